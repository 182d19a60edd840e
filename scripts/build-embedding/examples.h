/* Examples: what stands around an occurrence of a phrase, and what may stand there. */
#pragma once
#include "input.h"

/* One of the phrases that begin at a token, each as likely as the others; -1 for none. */
static int32_t phraseAt(int32_t token) {
  int32_t found = -1;
  int count = 0;
  for (int l = 1; l <= LONGEST && token + l <= in.count && in.tokens[token + l - 1] != BREAK; l++) {
    uint64_t hash = hashOf(in.tokens + token, l);
    int32_t phrase = phraseOf(hash);
    if (phrase >= 0 && randomBits() % (uint32_t)++count == 0) found = phrase;
    if (!prefixes[hash & (PREFIXES - 1)]) break;
  }
  return found;
}

/* Random words: of those that have an output, by their frequency to the power of 3/4 (Mikolov et al. 2013). */
static int32_t *noise;

static void fillNoise(void) {
  double *share = zeroed((size_t)in.outputRows, sizeof(double));
  double all = 0, sum = 0;
  for (int32_t i = 0; i < in.count; i++)
    if (in.tokens[i] >= 0) share[in.outputOf[in.tokens[i]]]++;
  share[0] = 0;
  for (int32_t row = 0; row < in.outputRows; row++) all += share[row] = pow(share[row], 0.75);
  noise = zeroed(NOISE_TABLE, sizeof(int32_t));
  for (int32_t i = 0, row = 0; i < NOISE_TABLE; i++) {
    while (row < in.outputRows - 1 && (sum + share[row]) / all < (i + 0.5) / NOISE_TABLE) sum += share[row++];
    noise[i] = row;
  }
  free(share);
}

/* An example: what stands around, and what may stand there, the truth first. */
static int contextCount, contextRow[SLOTS], contextSlot[SLOTS];
static int readingCount, readingLength[MOST];
static int32_t readingRow[MOST][LONGEST];

static void addContext(int32_t token, int slot, int wall) {
  contextRow[contextCount] = in.inputOf[token < 0 ? wall : token];
  contextSlot[contextCount++] = slot;
}

static void readContext(int32_t from, int32_t to) {
  contextCount = 0;
  for (int k = 0; k < DEPTH; k++) {
    int32_t token = from - 1 - k < 0 ? BREAK : in.tokens[from - 1 - k];
    addContext(token, k, START);
    if (token < 0) break;
  }
  for (int k = 0; k < DEPTH; k++) {
    int32_t token = to + k >= in.count ? BREAK : in.tokens[to + k];
    addContext(token, DEPTH + k, END);
    if (token < 0) break;
  }
}

static void addReading(int32_t phrase) {
  if (!usable(phrase) || readingCount == RIVALS) return;
  for (int l = 0; l < lengthOf(phrase); l++) readingRow[readingCount][l] = in.outputOf[in.words[in.offsets[phrase] + l]];
  readingLength[readingCount++] = lengthOf(phrase);
}

/* As the spinner's form it stands for itself, or for the original that it is by one of its forms. */
static void readReadings(int32_t phrase) {
  readingCount = 0;
  addReading(phrase);
  uint32_t forms = (uint32_t)(formFirst[phrase + 1] - formFirst[phrase]);
  uint32_t own = phrase < in.forms && in.entryFirst[phrase + 1] > in.entryFirst[phrase] ? 1 + forms / 2 : 0;
  uint32_t drawn = randomBits() % (forms + own);
  int32_t form = drawn < forms ? formsOf[formFirst[phrase] + (int32_t)drawn] : phrase;
  if (form != phrase) addReading(form);
  for (int32_t e = in.entryFirst[form]; e < in.entryFirst[form + 1]; e++)
    if (in.entryOriginal[e] != phrase) addReading(in.entryOriginal[e]);
  for (int k = 0; k < NOISE; k++) {
    readingRow[readingCount][0] = noise[randomBits() & (NOISE_TABLE - 1)];
    if (readingLength[0] == 1 && readingRow[readingCount][0] == readingRow[0][0]) continue;
    readingLength[readingCount++] = 1;
  }
}
