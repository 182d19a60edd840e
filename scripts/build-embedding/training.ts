import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What the trainer reads. Words are those of the language model. */
export interface TrainerInput {
  /** -1 between sentences. */
  readonly tokens: Int32Array;
  /** By word: its row; 0 for words that have none of their own. */
  readonly inputOf: Int32Array;
  readonly outputOf: Int32Array;
  /** The dictionary's phrases: `words[offsets[p] .. offsets[p + 1])`. */
  readonly offsets: Int32Array;
  readonly words: Int32Array;
  /** By form, which is a phrase, and by entry, as the dictionary has them. */
  readonly entryFirst: Int32Array;
  readonly entryOriginal: Int32Array;
  /** The inputs' vectors before they learn, row by row. */
  readonly inputs: Float32Array;
}

/** A model as it was learnt. */
export interface Trained {
  readonly inputs: Float32Array;
  readonly outputs: Float32Array;
  readonly bias: Float32Array;
  readonly weights: Float32Array;
}

/** How many words to each side are looked at; `DEPTH` of the trainer. */
const DEPTH = 5;
/** Without what only some processors have, so that all give the same. */
const COMPILE = ["-O3", "-march=x86-64-v3", "-ffast-math"];

/** Compiles the trainer and has it learn. */
export function train(input: TrainerInput, dimensions: number, epochs: number): Trained {
  const folder = mkdtempSync(join(tmpdir(), "unspin-embedding-"));
  try {
    const program = join(folder, "trainer");
    execFileSync("gcc", [...COMPILE, "-o", program, fileURLToPath(new URL("trainer.c", import.meta.url)), "-lm"]);
    const inputRows = input.inputs.length / dimensions;
    const outputRows = input.outputOf.reduce((most, row) => Math.max(most, row), 0) + 1;
    writeInput(join(folder, "input"), input, inputRows, outputRows);
    const options = [join(folder, "input"), join(folder, "output"), String(dimensions), String(epochs)];
    execFileSync(program, options, { stdio: "inherit" });
    const { buffer, byteOffset, byteLength } = readFileSync(join(folder, "output"));
    const numbers = new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength));
    let at = 0;
    const take = (count: number): Float32Array => {
      at += count;
      return numbers.subarray(at - count, at);
    };
    return {
      inputs: take(inputRows * dimensions),
      outputs: take(outputRows * dimensions),
      bias: take(outputRows),
      weights: take(2 * DEPTH * dimensions),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeInput(path: string, input: TrainerInput, inputRows: number, outputRows: number): void {
  const { tokens, inputOf, outputOf, offsets, words, entryFirst, entryOriginal, inputs } = input;
  const sizes = [tokens, inputOf, offsets, words, entryFirst, entryOriginal].map(({ length }) => length);
  const [count, vocabulary, phrases, phraseWords, forms, entries] = sizes;
  const header = Int32Array.of(count, vocabulary, phrases - 1, phraseWords, forms - 1, entries, inputRows, outputRows);
  const columns = [header, tokens, inputOf, outputOf, offsets, words, entryFirst, entryOriginal, inputs];
  writeFileSync(
    path,
    Buffer.concat(columns.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))),
  );
}
