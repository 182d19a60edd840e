/** What the command's exit status says. */
export const EXIT = {
  /** All input was read and all output written. */
  ok: 0,
  /** Some input was rejected: a file that cannot be read, bytes that are not UTF-8, a bad record. The rest was done. */
  rejected: 1,
  /** Wrong usage: options or a list that cannot be used. Nothing was read. */
  usage: 2,
  /** The output cannot be written. */
  output: 3,
  /** The packed model is missing or damaged, or unspin failed in a way that it should not. */
  failure: 4,
  /** Ended by SIGINT, as the shell reports it. */
  interrupted: 130,
  /** The reader of standard output went away, as the shell reports SIGPIPE. */
  brokenPipe: 141,
  /** Ended by SIGTERM. */
  terminated: 143,
} as const;

/** Wrong usage. The message goes to standard error, the exit status is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Output that cannot be written. */
export class OutputError extends Error {
  override readonly name = "OutputError";
  /** The reader went away. */
  readonly brokenPipe: boolean;

  constructor(target: string, cause: unknown) {
    super(`cannot write ${target}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.brokenPipe = errorCode(cause) === "EPIPE";
  }
}

/** The code of a system error ("ENOENT"), "" for anything else. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : "";
  return typeof code === "string" ? code : "";
}
