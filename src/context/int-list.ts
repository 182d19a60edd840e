/** Whole numbers one after the other, for inner loops: a list that is cleared keeps its room. */
export class IntList {
  /** The numbers, and behind them what is left of earlier ones. */
  values = new Int32Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  clear(): void {
    this.length = 0;
  }
}
