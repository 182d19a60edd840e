import { stat } from "node:fs/promises";
import { unspinText } from "../pipeline/text.js";
import { codecOf } from "./compression.js";
import { DecodeError } from "./decode.js";
import { openInput } from "./io.js";
import type { Job } from "./job.js";

/** Files from this size on are not held in memory as a whole. In bytes. */
const LONG = 1 << 25;

/** Whether a file is to be restored while it is read. Standard input and compressed files do not tell their size. */
export async function isLongFile(file: string): Promise<boolean> {
  if (file === "-" || codecOf(file) !== undefined) return false;
  return stat(file).then(
    (found) => found.isFile() && found.size >= LONG,
    () => false,
  );
}

/**
 * Restores a file in bounded memory. It is read twice: nothing is written of a file that is not UTF-8 to its end.
 *
 * @throws {DecodeError} if it is not
 */
export async function restoreLongFile(file: string, { io, output, unspinner }: Job): Promise<void> {
  await requireUtf8(openInput(file, io));
  for await (const { text } of unspinText(openInput(file, io), { unspinner, signal: io.signal })) {
    await output.write(text);
  }
}

async function requireUtf8(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let offset = 0;
  try {
    for await (const chunk of bytes) {
      decoder.decode(chunk, { stream: true });
      offset += chunk.length;
    }
    decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new DecodeError(`not UTF-8: wrong byte behind offset ${offset}`);
    throw error;
  }
}
