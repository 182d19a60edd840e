/* What main.ts wrote, and the dictionary's phrases laid out for looking up. */
#pragma once
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 5, SLOTS = 2 * DEPTH, LONGEST = 4, RIVALS = 24, NOISE = 10, MOST = RIVALS + NOISE, WIDEST = 128 };
enum { BREAK = -1, START = 0, END = 1, CLASSES = 5, NOISE_TABLE = 1 << 22, PREFIXES = 1 << 22 };

/* What main.ts wrote: see `TrainerInput`. */
static struct {
  int32_t count, vocabulary, phrases, phraseWords, forms, entries, inputRows, outputRows;
  const int32_t *tokens, *inputOf, *outputOf, *offsets, *words, *entryFirst, *entryOriginal;
  const float *inputs;
} in;

/* By phrase: the forms that have it for an original, `formsOf[formFirst[p] .. formFirst[p + 1])`. */
static int32_t *formFirst, *formsOf;

static uint64_t state = 88172645463325252ULL;

static uint32_t randomBits(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)(state >> 32);
}

static void *zeroed(size_t count, size_t size) {
  void *memory = calloc(count, size);
  if (!memory) exit(2);
  return memory;
}

static void readInput(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(2);
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  int32_t *numbers = zeroed(size, 1);
  if (fread(numbers, 1, size, file) != size) exit(2);
  fclose(file);
  memcpy(&in, numbers, 8 * sizeof(int32_t));
  const int32_t *at = numbers + 8;
  in.tokens = at, at += in.count;
  in.inputOf = at, at += in.vocabulary;
  in.outputOf = at, at += in.vocabulary;
  in.offsets = at, at += in.phrases + 1;
  in.words = at, at += in.phraseWords;
  in.entryFirst = at, at += in.forms + 1;
  in.entryOriginal = at, at += in.entries;
  in.inputs = (const float *)at;
}

static int lengthOf(int32_t phrase) { return in.offsets[phrase + 1] - in.offsets[phrase]; }

static int usable(int32_t phrase) { return lengthOf(phrase) > 0 && lengthOf(phrase) <= LONGEST; }

/* Whether none of its words is a class, which could be any word. */
static int isWords(int32_t phrase) {
  for (int32_t at = in.offsets[phrase]; at < in.offsets[phrase + 1]; at++)
    if (in.words[at] < CLASSES) return 0;
  return 1;
}

static void invertEntries(void) {
  formFirst = zeroed((size_t)in.phrases + 2, sizeof(int32_t));
  formsOf = zeroed((size_t)in.entries, sizeof(int32_t));
  for (int32_t e = 0; e < in.entries; e++) formFirst[in.entryOriginal[e] + 2]++;
  for (int32_t p = 0; p <= in.phrases; p++) formFirst[p + 1] += formFirst[p];
  for (int32_t f = 0; f < in.forms; f++)
    for (int32_t e = in.entryFirst[f]; e < in.entryFirst[f + 1]; e++) formsOf[formFirst[in.entryOriginal[e] + 1]++] = f;
}

/* Phrases by the hash of their words, and a table of the hashes of their beginnings. */
static int32_t *slots;
static uint64_t *hashes;
static uint8_t *prefixes;
static uint64_t slotMask;

static uint64_t hashOf(const int32_t *words, int length) {
  uint64_t hash = 1469598103934665603ULL;
  for (int i = 0; i < length; i++) {
    hash = (hash ^ (uint32_t)words[i]) * 1099511628211ULL;
    hash ^= hash >> 29;
  }
  return hash;
}

static int32_t phraseOf(uint64_t hash) {
  for (uint64_t at = hash & slotMask;; at = (at + 1) & slotMask)
    if (slots[at] < 0 || hashes[slots[at]] == hash) return slots[at];
}

static void indexPhrases(void) {
  slotMask = (1 << 19) - 1;
  slots = zeroed(slotMask + 1, sizeof(int32_t));
  memset(slots, 255, (slotMask + 1) * sizeof(int32_t));
  hashes = zeroed((size_t)in.phrases, sizeof(uint64_t));
  prefixes = zeroed(PREFIXES, 1);
  for (int32_t p = 0; p < in.phrases; p++) {
    int swapped = formFirst[p + 1] > formFirst[p] || (p < in.forms && in.entryFirst[p + 1] > in.entryFirst[p]);
    if (!swapped || !usable(p) || !isWords(p)) continue;
    hashes[p] = hashOf(in.words + in.offsets[p], lengthOf(p));
    if (phraseOf(hashes[p]) >= 0) continue;
    uint64_t at = hashes[p] & slotMask;
    while (slots[at] >= 0) at = (at + 1) & slotMask;
    slots[at] = p;
    for (int l = 1; l < lengthOf(p); l++) prefixes[hashOf(in.words + in.offsets[p], l) & (PREFIXES - 1)] = 1;
  }
}
