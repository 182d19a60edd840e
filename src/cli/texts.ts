import { decodeUtf8 } from "./decode.js";
import { type Io, nameOf, readInput, reasonOf, report } from "./io.js";
import type { Reading } from "./job.js";

/** A file and what stands in it. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** The texts of the input files, one after the other. One that cannot be read is reported and counted, the rest goes on. */
export async function* textsOf({ settings, io, tally }: Reading): AsyncGenerator<NamedText> {
  for (const file of settings.files) {
    const text = await readText(file, io).catch((error: unknown) => {
      io.signal.throwIfAborted();
      report(io, `${nameOf(file)}: ${reasonOf(error)}`);
      tally.rejected++;
    });
    io.signal.throwIfAborted();
    if (text !== undefined) yield { file, text };
  }
}

async function readText(file: string, io: Io): Promise<string> {
  return decodeUtf8(await readInput(file, io));
}
