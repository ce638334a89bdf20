import type { JsonReader } from '../protocol/json-reader.ts';

/** What a file says that is not the same here and at Auth0; collected, so that it is told at the start. */
export class Notices {
  readonly #paths: string[] = [];
  readonly #refused: string[] = [];

  /** What was found so far that has no effect here. */
  get paths(): readonly string[] {
    return this.#paths;
  }

  /** Reads an object whole; of what is left over these fields are known, and without effect here. */
  whole<Result>(
    fields: JsonReader,
    notImitated: readonly string[],
    read: (fields: JsonReader) => Result,
  ): Result {
    const result = read(fields);
    this.notImitated(fields.finish(notImitated));

    return result;
  }

  notImitated(paths: readonly string[]): void {
    this.#paths.push(...paths);
  }

  /** Something that works here and that the Deploy CLI does not take. */
  notForDeploy(path: string, complaint: string): void {
    this.#refused.push(`${path} ${complaint}`);
  }

  /** One line of each kind for the person who started the tenant, if there is anything to say. */
  lines(file: string): readonly string[] {
    const kinds = [
      ['not imitated here, and without effect', this.#paths],
      ['not for a real tenant', this.#refused],
    ] as const;

    return kinds
      .filter(([, said]) => said.length > 0)
      .map(([kind, said]) => `${file}: ${kind}: ${said.join(', ')}.`);
  }
}
