/** How far the tenant's clock is from the machine's. Everything that has a time follows it. */
export class Clock {
  #offsetMs = 0;

  get offsetMs(): number {
    return this.#offsetMs;
  }

  moveTo(offsetMs: number): void {
    this.#offsetMs = offsetMs;
  }

  /** Tells the tenant's time at a time of the machine, both in milliseconds since 1970. */
  timeMs(machineMs: number): number {
    return machineMs + this.#offsetMs;
  }

  clear(): void {
    this.#offsetMs = 0;
  }
}
