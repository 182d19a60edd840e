/** So many UTF-16 code units are worked on before other tasks get their turn. */
const TURN = 1 << 16;

/** Lets timers, input and aborts through between documents: restoring itself is synchronous. */
export class Pause {
  #worked = 0;

  /** To be awaited after each piece of work. @param length of the text that was worked on */
  async after(length: number): Promise<void> {
    this.#worked += length;
    if (this.#worked < TURN) return;
    this.#worked = 0;
    await new Promise<void>((resolve) => {
      if (typeof setImmediate === "function") setImmediate(resolve);
      else setTimeout(resolve, 0);
    });
  }
}
