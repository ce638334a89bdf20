/** What a file says and the tenant does not do; collected, so that it is told at the start. */
export class Notices {
  readonly #paths: string[] = [];

  notImitated(paths: readonly string[]): void {
    this.#paths.push(...paths);
  }

  /** One line for the person who started the tenant, if there is anything to say. */
  lines(file: string): readonly string[] {
    if (this.#paths.length === 0) return [];

    return [`${file}: not imitated here, and without effect: ${this.#paths.join(', ')}.`];
  }
}
