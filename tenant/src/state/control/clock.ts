/** How far the tenant's clock is from the machine's. Everything that has a time follows it. */
export class Clock {
  #offsetSeconds = 0;

  get offsetSeconds(): number {
    return this.#offsetSeconds;
  }

  moveTo(offsetSeconds: number): void {
    this.#offsetSeconds = offsetSeconds;
  }

  /** The tenant's time at a time of the machine, both in milliseconds. */
  at(machineTime: number): number {
    return machineTime + this.#offsetSeconds * 1000;
  }

  clear(): void {
    this.#offsetSeconds = 0;
  }
}
