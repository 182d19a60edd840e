/** Bytes that a file may have to be looked at. */
const LARGEST = 2_000_000;

/** A file's text, or why there is none. */
export interface FileText {
  readonly text: string | undefined;
  /** For the reader; empty if all is well. */
  readonly problem: string;
}

/** Reads a file that was dropped or opened. */
export async function readTextFile(file: File): Promise<FileText> {
  if (file.size > LARGEST) return { text: undefined, problem: `${file.name} is too large for this page.` };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    if (text.includes("\0")) throw new TypeError("binary");
    return { text: text.replaceAll("\r\n", "\n"), problem: "" };
  } catch {
    return { text: undefined, problem: `${file.name} is no text in UTF-8.` };
  }
}
