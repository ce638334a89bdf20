/** Whose sign-ins need nobody at the keyboard, by id: the page that would ask answers for the next. */
export class AutomaticSignIns {
  #userIds: readonly string[] = [];

  get userIds(): readonly string[] {
    return this.#userIds;
  }

  /** Has these sign in next, in this order. */
  put(userIds: readonly string[]): void {
    this.#userIds = [...userIds];
  }

  /** The next one has signed in. */
  takeNext(): void {
    this.#userIds = this.#userIds.slice(1);
  }

  clear(): void {
    this.#userIds = [];
  }
}
