/*
 * Learns the log-bilinear model. main.ts compiles and runs it: trainer INPUT OUTPUT DIMENSIONS EPOCHS. Single-threaded and
 * with its own random numbers: the same input and compiler give the same output.
 *
 * Every occurrence of a dictionary's phrase is an example: given the words around it, tell it from what a spinner may have
 * had to do with it (one of its forms with the other originals of that form, or, of a form, its originals) and from
 * some random words. A softmax over these, by stochastic gradient descent with AdaGrad's rates, one a row (Duchi,
 * Hazan, Singer 2011).
 */
#include "examples.h"

static const float RATE = 0.1f, LAST_RATE = 0.001f, LEAST_GRADIENT = 0.001f;

/* Parameters, and the sums of squared gradients by row (by number for the weights). */
static int dimensions;
static float *inputs, *outputs, *bias, *weights;
static float *inputSquares, *outputSquares, *biasSquares, *weightSquares;

static float *rowOf(float *matrix, int row) { return matrix + (size_t)row * (size_t)dimensions; }

static void predict(float *hidden) {
  memset(hidden, 0, sizeof(float) * (size_t)dimensions);
  for (int k = 0; k < contextCount; k++) {
    const float *input = rowOf(inputs, contextRow[k]), *weight = rowOf(weights, contextSlot[k]);
    for (int d = 0; d < dimensions; d++) hidden[d] += weight[d] * input[d];
  }
}

static float scoreOf(const float *hidden, int reading) {
  float score = 0;
  for (int l = 0; l < readingLength[reading]; l++) {
    const float *output = rowOf(outputs, readingRow[reading][l]);
    float product = 0;
    for (int d = 0; d < dimensions; d++) product += output[d] * hidden[d];
    score += product + bias[readingRow[reading][l]];
  }
  return score;
}

/* Turns scores into the loss's slopes; gives the loss, in nats. */
static float slopesOf(float *scores) {
  float most = scores[0], sum = 0, right = scores[0];
  for (int n = 1; n < readingCount; n++) most = fmaxf(most, scores[n]);
  for (int n = 0; n < readingCount; n++) sum += scores[n] = expf(scores[n] - most);
  for (int n = 0; n < readingCount; n++) scores[n] /= sum;
  scores[0] -= 1;
  return most + logf(sum) - right;
}

static void learnReadings(const float *hidden, const float *slopes, float *back, float rate) {
  float length = 0;
  for (int d = 0; d < dimensions; d++) length += hidden[d] * hidden[d];
  memset(back, 0, sizeof(float) * (size_t)dimensions);
  for (int n = 0; n < readingCount; n++)
    for (int l = 0; l < readingLength[n] && fabsf(slopes[n]) >= LEAST_GRADIENT; l++) {
      const float *output = rowOf(outputs, readingRow[n][l]);
      for (int d = 0; d < dimensions; d++) back[d] += slopes[n] * output[d];
    }
  for (int n = 0; n < readingCount; n++)
    for (int l = 0; l < readingLength[n] && fabsf(slopes[n]) >= LEAST_GRADIENT; l++) {
      int row = readingRow[n][l];
      float *output = rowOf(outputs, row), square = slopes[n] * slopes[n];
      outputSquares[row] += square * length / (float)dimensions;
      biasSquares[row] += square;
      float pace = rate * slopes[n] / sqrtf(outputSquares[row]);
      for (int d = 0; d < dimensions; d++) output[d] -= pace * hidden[d];
      bias[row] -= rate * slopes[n] / sqrtf(biasSquares[row]);
    }
}

static void learnContext(const float *back, float rate) {
  float slope[WIDEST];
  for (int k = 0; k < contextCount; k++) {
    float *input = rowOf(inputs, contextRow[k]), *weight = rowOf(weights, contextSlot[k]);
    float *squares = rowOf(weightSquares, contextSlot[k]), length = 0;
    for (int d = 0; d < dimensions; d++) {
      slope[d] = weight[d] * back[d];
      length += slope[d] * slope[d];
    }
    inputSquares[contextRow[k]] += length / (float)dimensions;
    float pace = rate / sqrtf(inputSquares[contextRow[k]]);
    for (int d = 0; d < dimensions; d++) {
      float own = input[d] * back[d];
      squares[d] += own * own;
      weight[d] -= 0.5f * rate * own / sqrtf(squares[d]);
      input[d] -= pace * slope[d];
    }
  }
}

static void fill(float *numbers, size_t count, float value) {
  for (size_t i = 0; i < count; i++) numbers[i] = value;
}

static float *parameters(int rows, int columns) { return zeroed((size_t)rows * (size_t)columns, sizeof(float)); }

static float randomShare(void) { return (float)(randomBits() >> 8) * (1.0f / 16777216.0f); }

static void initialise(void) {
  inputs = parameters(in.inputRows, dimensions), inputSquares = parameters(in.inputRows, 1);
  outputs = parameters(in.outputRows, dimensions), outputSquares = parameters(in.outputRows, 1);
  bias = parameters(in.outputRows, 1), biasSquares = parameters(in.outputRows, 1);
  weights = parameters(SLOTS, dimensions), weightSquares = parameters(SLOTS, dimensions);
  fill(inputSquares, (size_t)in.inputRows, 0.01f);
  fill(outputSquares, (size_t)in.outputRows, 0.01f);
  fill(biasSquares, (size_t)in.outputRows, 1);
  fill(weightSquares, (size_t)(SLOTS * dimensions), 100);
  memcpy(inputs, in.inputs, sizeof(float) * (size_t)in.inputRows * (size_t)dimensions);
  for (int i = 0; i < SLOTS * dimensions; i++)
    weights[i] = (0.5f + randomShare()) / (float)(i / dimensions % DEPTH + 1);
}

static void train(int epochs) {
  float hidden[WIDEST], back[WIDEST], slopes[MOST];
  int64_t total = (int64_t)in.count * epochs, quarter = in.count / 4;
  double loss = 0;
  int64_t examples = 0;
  for (int64_t step = 0; step < total; step++) {
    if (step % quarter == quarter - 1) {
      printf("%.2f epochs, mean loss %.4f\n", (double)step / in.count, loss / (double)examples);
      fflush(stdout);
      loss = 0, examples = 0;
    }
    int32_t token = (int32_t)(step % in.count);
    if (in.tokens[token] < 0) continue;
    int32_t phrase = phraseAt(token);
    if (phrase < 0) continue;
    float rate = RATE * (1 - (float)step / (float)total) + LAST_RATE;
    readContext(token, token + lengthOf(phrase));
    readReadings(phrase);
    predict(hidden);
    for (int n = 0; n < readingCount; n++) slopes[n] = scoreOf(hidden, n);
    loss += slopesOf(slopes);
    examples++;
    learnReadings(hidden, slopes, back, rate);
    learnContext(back, rate);
  }
}

static void writeOutput(const char *path) {
  FILE *file = fopen(path, "wb");
  if (!file) exit(2);
  fwrite(inputs, sizeof(float), (size_t)in.inputRows * (size_t)dimensions, file);
  fwrite(outputs, sizeof(float), (size_t)in.outputRows * (size_t)dimensions, file);
  fwrite(bias, sizeof(float), (size_t)in.outputRows, file);
  fwrite(weights, sizeof(float), (size_t)(SLOTS * dimensions), file);
  fclose(file);
}

int main(int count, char **arguments) {
  if (count != 5) return 2;
  dimensions = atoi(arguments[3]);
  if (dimensions < 1 || dimensions > WIDEST) return 2;
  readInput(arguments[1]);
  invertEntries();
  indexPhrases();
  fillNoise();
  initialise();
  train(atoi(arguments[4]));
  writeOutput(arguments[2]);
  return 0;
}
