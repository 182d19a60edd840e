/**
 * What each UTF-16 code unit is to the tokeniser. One small table for the scripts that have letter case, ranges for the
 * rest: a table of all 65,536 would cost more at start-up than it saves.
 */

export const enum CharacterClass {
  Other = 0,
  Space = 1,
  Newline = 2,
  Lower = 3,
  Upper = 4,
  Digit = 5,
  /** Continues whatever it follows: combining marks, variation selectors. */
  Mark = 6,
  /** Invisible inside a word: soft hyphen, zero-width characters. */
  Ignorable = 7,
  Surrogate = 8,
}

/** Code units below this one are classed and folded by table: Latin, Greek, Cyrillic, Armenian, Hebrew. */
const TABLE_SIZE = 0x600;

function classFromCase(code: number): CharacterClass {
  const character = String.fromCharCode(code);
  if (code >= 0x300 && code < 0x370) return CharacterClass.Mark;
  const lower = character.toLowerCase();
  if (lower !== character) return CharacterClass.Upper;
  if (lower !== character.toUpperCase()) return CharacterClass.Lower;
  // Caseless letters: ordinal signs, Hebrew; the sharp s and its like have an upper case of two letters.
  if (code === 0xaa || code === 0xba || (code >= 0x5d0 && code < 0x5f3)) return CharacterClass.Lower;
  return CharacterClass.Other;
}

function buildClasses(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE);
  for (let code = 0; code < TABLE_SIZE; code++) table[code] = classFromCase(code);
  for (const code of [0x09, 0x0b, 0x0c, 0x20, 0xa0]) table[code] = CharacterClass.Space;
  for (const code of [0x0a, 0x0d, 0x85]) table[code] = CharacterClass.Newline;
  for (let code = 0x30; code <= 0x39; code++) table[code] = CharacterClass.Digit;
  table[0xad] = CharacterClass.Ignorable;
  return table;
}

function buildFolds(): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE);
  for (let code = 0; code < TABLE_SIZE; code++) {
    const lower = String.fromCharCode(code).toLowerCase();
    table[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  }
  table[0xad] = 0;
  return table;
}

const CLASSES = buildClasses();
const FOLDS = buildFolds();

function classByRange(code: number): CharacterClass {
  if (code >= 0x2000 && code < 0x2070) {
    if (code <= 0x200a || code === 0x202f || code === 0x205f) return CharacterClass.Space;
    if (code === 0x2028 || code === 0x2029) return CharacterClass.Newline;
    if ((code >= 0x200b && code <= 0x200f) || (code >= 0x2060 && code <= 0x2064)) return CharacterClass.Ignorable;
    return CharacterClass.Other;
  }
  if (code >= 0x20d0 && code < 0x2100) return CharacterClass.Mark;
  if (code >= 0x2070 && code < 0x2c00) return CharacterClass.Other;
  if (code >= 0x2e00 && code < 0x2e80) return CharacterClass.Other;
  if (code === 0x3000) return CharacterClass.Space;
  if (code > 0x3000 && code < 0x3040) return CharacterClass.Other;
  if (code >= 0xd800 && code < 0xe000) return CharacterClass.Surrogate;
  if (code >= 0xe000 && code < 0xf900) return CharacterClass.Other;
  if (code === 0xfeff) return CharacterClass.Ignorable;
  if (code >= 0xfe00 && code < 0xfe30)
    return code < 0xfe10 || code >= 0xfe20 ? CharacterClass.Mark : CharacterClass.Other;
  if (code >= 0xfe30 && code < 0xfe70) return CharacterClass.Other;
  if (code >= 0xff00) return code >= 0xff66 && code < 0xffdd ? CharacterClass.Lower : CharacterClass.Other;
  return CharacterClass.Lower;
}

/** The class of a UTF-16 code unit. Letters of scripts without case count as `Lower`. */
export function characterClass(code: number): CharacterClass {
  return code < TABLE_SIZE ? (CLASSES[code] as CharacterClass) : classByRange(code);
}

/**
 * The code unit under which a word is looked up: lower case, typewriter apostrophe and hyphen; 0 for one that does not
 * count at all (soft hyphen, zero-width characters).
 */
export function foldCharacter(code: number): number {
  if (code < TABLE_SIZE) return FOLDS[code];
  if (code === 0x2019 || code === 0x2018 || code === 0x02bc) return 0x27;
  if (code === 0x2010 || code === 0x2011) return 0x2d;
  return classByRange(code) === CharacterClass.Ignorable ? 0 : code;
}

/** Whether the class may stand in a word. */
export function isWordClass(cls: CharacterClass): boolean {
  return cls === CharacterClass.Lower || cls === CharacterClass.Upper || cls === CharacterClass.Digit;
}

/** Whether the code unit is an apostrophe, straight or curly. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x02bc;
}

/** Whether the code unit is a hyphen that can join a compound. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}
