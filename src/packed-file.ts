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

function checksumOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  let sum = bytes.length | 0;
  for (let at = 8; at < whole; at += 4) {
    sum = Math.imul(sum ^ view.getInt32(at, true), 0x5bd1e995);
    sum ^= sum >>> 15;
  }
  for (let at = Math.max(whole, 8); at < bytes.length; at++) sum = Math.imul(sum ^ bytes[at], 0x5bd1e995);
  return sum >>> 0;
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
  view.setUint32(4, checksumOf(file), true);
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
  if (view.getUint32(4, true) !== checksumOf(bytes)) throw new ModelError(`${kind} damaged: wrong checksum`);
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

/** Writes whole numbers from 0 as variable-length ones: seven bits a byte, low ones first. */
export function encodeNumbers(numbers: ArrayLike<number>): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < numbers.length; i++) {
    let value = numbers[i];
    for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
    bytes.push(value);
  }
  return Uint8Array.from(bytes);
}

/** Reads `count` numbers that `encodeNumbers` wrote. @throws {ModelError} if there are not exactly so many */
export function decodeNumbers(bytes: Uint8Array, count: number): Int32Array {
  const numbers = new Int32Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (at >= bytes.length) throw new ModelError(`packed numbers cut short: ${i} of ${count}`);
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    numbers[i] = value;
  }
  if (at !== bytes.length) throw new ModelError(`packed numbers: ${bytes.length - at} bytes too many`);
  return numbers;
}

/** Writes numbers of two bytes: all low bytes, then all high ones, which compresses better. @throws {RangeError} if one is larger */
export function encodePlanes(numbers: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(2 * numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    if (numbers[i] > 0xffff) throw new RangeError(`${numbers[i]} has more than two bytes`);
    bytes[i] = numbers[i] & 0xff;
    bytes[numbers.length + i] = numbers[i] >> 8;
  }
  return bytes;
}

/** Reads what `encodePlanes` wrote. */
export function decodePlanes(bytes: Uint8Array): Uint16Array {
  const count = bytes.length >> 1;
  const numbers = new Uint16Array(count);
  for (let i = 0; i < count; i++) numbers[i] = bytes[i] | (bytes[count + i] << 8);
  return numbers;
}
