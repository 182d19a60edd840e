import type { Unspinner } from "../unspin.js";
import type { Settings } from "./arguments.js";
import type { Io } from "./io.js";
import type { Output } from "./output.js";

/** What went wrong so far. */
export interface Tally {
  rejected: number;
}

/** What reading the input files takes. */
export interface Reading {
  readonly settings: Settings;
  readonly io: Io;
  readonly tally: Tally;
}

/** What a part of the command works with: texts to read, what to do with them, and where to write. */
export interface Job extends Reading {
  readonly unspinner: Unspinner;
  readonly output: Output;
}
