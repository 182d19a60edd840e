import { ModelError } from "./errors.js";

/*
 * The container of packed data, little-endian: u32 magic, u32 checksum of all that follows, u32 length of the header,
 * the header as JSON, then the sections end to end. The header names the kind of content and each section's length.
 */

const MAGIC = 0x4e505355;
const PREFIX = 12;

/** A packed file, opened. */
export interface PackedFile<Header> {
  readonly header: Header;
  /** The bytes of a section. @throws {ModelError} if the file has none of this name */
  section(name: string): Uint8Array;
}

interface Envelope {
  readonly kind: string;
  readonly header: unknown;
  readonly sections: readonly (readonly [name: string, length: number])[];
}

/**
 * The checksum of a file from an offset on, a multiple of four. Any change within four bytes changes it.
 *
 * @param bytes the whole file
 */
export function checksumOf(bytes: Uint8Array, from: number): number {
  const whole = bytes.length - (bytes.length % 4);
  let sum = bytes.length | 0;
  const words = wordsOf(bytes);
  for (let at = from >> 2; at < words.length; at++) {
    sum = Math.imul(sum ^ words[at], 0x5bd1e995);
    sum ^= sum >>> 15;
  }
  for (let at = Math.max(whole, from); at < bytes.length; at++) sum = Math.imul(sum ^ bytes[at], 0x5bd1e995);
  return sum >>> 0;
}

const LOWER_BYTE_FIRST = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Bytes as whole little-endian numbers of four: as they lie in memory if they can be read there. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const count = bytes.length >> 2;
  if (LOWER_BYTE_FIRST && bytes.byteOffset % 4 === 0) return new Int32Array(bytes.buffer, bytes.byteOffset, count);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: count }, (_, index) => view.getInt32(4 * index, true));
}

/** Lays a header and named sections out as one file. */
export function encodePacked(kind: string, header: unknown, sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const envelope: Envelope = { kind, header, sections: [...sections].map(([name, bytes]) => [name, bytes.length]) };
  const json = new TextEncoder().encode(JSON.stringify(envelope));
  const length = [...sections.values()].reduce((sum, bytes) => sum + bytes.length, PREFIX + json.length);
  const file = new Uint8Array(length);
  file.set(json, PREFIX);
  let at = PREFIX + json.length;
  for (const bytes of sections.values()) {
    file.set(bytes, at);
    at += bytes.length;
  }
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(8, json.length, true);
  view.setUint32(4, checksumOf(file, 8), true);
  return file;
}

/**
 * Opens a packed file.
 *
 * @throws {ModelError} if the bytes are no whole file of this kind
 */
export function decodePacked<Header>(kind: string, bytes: Uint8Array): PackedFile<Header> {
  if (bytes.length < PREFIX) throw new ModelError(`${kind} cut short: ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new ModelError(`not a packed ${kind}`);
  if (view.getUint32(4, true) !== checksumOf(bytes, 8)) throw new ModelError(`${kind} damaged: wrong checksum`);
  const jsonEnd = PREFIX + view.getUint32(8, true);
  const envelope = JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, jsonEnd))) as Envelope;
  if (envelope.kind !== kind) throw new ModelError(`packed ${envelope.kind} found where a ${kind} was expected`);
  // No Node `Buffer`: its parts would be Buffers, whose `slice` is no copy and whose `buffer` is the whole file.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sections = new Map<string, Uint8Array>();
  let at = jsonEnd;
  for (const [name, length] of envelope.sections) {
    sections.set(name, plain.subarray(at, at + length));
    at += length;
  }
  return {
    header: envelope.header as Header,
    section(name) {
      const section = sections.get(name);
      if (!section) throw new ModelError(`${kind} without a section ${JSON.stringify(name)}`);
      return section;
    },
  };
}

/** Writes whole numbers from 0: all lowest bytes, then all second ones and so on, as many as the largest number needs. */
export function encodePlanes(numbers: ArrayLike<number>): Uint8Array {
  const count = numbers.length;
  const largest = Array.from(numbers).reduce((most, number) => Math.max(most, number), 0);
  const width = Math.max(1, Math.ceil((32 - Math.clz32(largest)) / 8));
  const bytes = new Uint8Array(width * count);
  for (let plane = 0; plane < width; plane++) {
    for (let i = 0; i < count; i++) bytes[plane * count + i] = (numbers[i] >>> (8 * plane)) & 0xff;
  }
  return bytes;
}

/** Reads `count` numbers that `encodePlanes` wrote. @throws {ModelError} if there are not exactly so many */
export function decodePlanes(bytes: Uint8Array, count: number): Int32Array {
  const numbers = new Int32Array(count);
  if (count === 0 ? bytes.length > 0 : bytes.length === 0 || bytes.length % count !== 0)
    throw new ModelError(`packed numbers: ${bytes.length} bytes for ${count}`);
  for (let at = 0, shift = 0; at < bytes.length; at += count, shift += 8) {
    for (let i = 0; i < count; i++) numbers[i] |= bytes[at + i] << shift;
  }
  return numbers;
}

/** Where each begins if they stand end to end, and where the last one ends. */
export function startsOf(lengths: Int32Array): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = starts[i] + lengths[i];
  return starts;
}

/** How long each is of what stands end to end. */
export function lengthsOf(starts: Int32Array | Uint32Array): Int32Array {
  return Int32Array.from({ length: starts.length - 1 }, (_, index) => starts[index + 1] - starts[index]);
}
