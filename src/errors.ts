/** Which part of the input was at fault. */
export type UnspinErrorCode = "model" | "dictionary" | "input" | "edits";

/** Every error that the library throws on purpose. */
export class UnspinError extends Error {
  /** Stays the same when the message is reworded. */
  readonly code: UnspinErrorCode;

  constructor(code: UnspinErrorCode, message: string) {
    super(message);
    this.name = new.target.name;
    this.code = code;
  }
}

/** Packed data that cannot be used: cut short, damaged, of another version, or not loaded yet. */
export class ModelError extends UnspinError {
  constructor(message: string) {
    super("model", message);
  }
}

/** A dictionary source that breaks the format. */
export class DictionaryError extends UnspinError {
  /** The dictionary's name or file. */
  readonly dictionary: string;
  /** Line in it, from 1. */
  readonly line: number;
  /** Column in the line, in UTF-16 code units from 1. */
  readonly column: number;

  constructor(message: string, dictionary: string, line: number, column: number) {
    super("dictionary", `${dictionary}:${line}:${column}: ${message}`);
    this.dictionary = dictionary;
    this.line = line;
    this.column = column;
  }
}

/** An argument that is not what the documentation asks for. */
export class InputError extends UnspinError {
  constructor(message: string) {
    super("input", message);
  }
}

/** Edits that do not fit the text they are applied to. */
export class EditError extends UnspinError {
  /** Position in the list of edits, from 0. */
  readonly index: number;

  constructor(message: string, index: number) {
    super("edits", message);
    this.index = index;
  }
}
