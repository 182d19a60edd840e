import { constants } from "node:buffer";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes that cannot be read as text. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
}

/**
 * Bytes as text, so that encoding the text gives the same bytes: a byte order mark stays, nothing is replaced.
 *
 * @throws {DecodeError} if they are not UTF-8, saying where, or too many for one string
 */
export function decodeUtf8(bytes: Uint8Array): string {
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    throw new DecodeError(`${bytes.length} bytes are more than a text can have (${constants.MAX_STRING_LENGTH})`);
  }
  try {
    return strict.decode(bytes);
  } catch {
    throw new DecodeError(`not UTF-8: wrong byte at offset ${firstWrongByte(bytes)}`);
  }
}

/** Where lenient decoding changes something first: there it puts a replacement character. */
function firstWrongByte(bytes: Uint8Array): number {
  const replaced = Buffer.from(lenient.decode(bytes), "utf8");
  let at = 0;
  while (at < bytes.length && bytes[at] === replaced[at]) at++;
  return at;
}
