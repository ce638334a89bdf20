import { isObject, type JsonObject } from './json.ts';

/** A file that does not say what it must, with the path of the first thing that is wrong. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
}

/**
 * An object of a file, read field by field. Every complaint names its path, and `finish` complains
 * about what nobody read, so that no setting is dropped without a word.
 */
export class JsonReader {
  readonly #fields: JsonObject;
  readonly #path: string;
  readonly #read = new Set<string>();

  constructor(value: unknown, path: string) {
    if (!isObject(value)) throw new SeedError(`${path} must be an object`);
    this.#fields = value;
    this.#path = path;
  }

  /** Lists the fields that the object has. */
  names(): readonly string[] {
    return Object.keys(this.#fields);
  }

  /** Whether the object has a field. */
  has(name: string): boolean {
    return this.#fields[name] !== undefined;
  }

  /** Reads a text that must be there. */
  text(name: string): string {
    return this.optionalText(name) ?? this.fail(name, 'is missing');
  }

  /** Reads a text. */
  optionalText(name: string): string | undefined {
    const value = this.#value(name);
    if (value === undefined || typeof value === 'string') return value;

    return this.fail(name, 'must be a string');
  }

  /** Reads `true` or `false`. */
  optionalFlag(name: string): boolean | undefined {
    const value = this.#value(name);
    if (value === undefined || typeof value === 'boolean') return value;

    return this.fail(name, 'must be true or false');
  }

  /** Reads a number. */
  optionalNumber(name: string): number | undefined {
    const value = this.#value(name);
    if (value === undefined || typeof value === 'number') return value;

    return this.fail(name, 'must be a number');
  }

  /** Reads a text or a number that must be there. */
  textOrNumber(name: string): string | number {
    const value = this.#value(name);
    if (typeof value === 'string' || typeof value === 'number') return value;

    return this.fail(name, 'must be a string or a number');
  }

  /** Reads any JSON value, for a field that is passed on and never looked into. */
  optionalValue(name: string): unknown {
    return this.#value(name);
  }

  /** Reads an object as it is, without looking into it. */
  optionalJson(name: string): JsonObject | undefined {
    const value = this.#value(name);
    if (value === undefined || isObject(value)) return value;

    return this.fail(name, 'must be an object');
  }

  /** Reads a field that may only have one of these values; what Auth0 has beyond them is not imitated. */
  optionalChoice<Choice extends string>(
    name: string,
    choices: readonly Choice[],
  ): Choice | undefined {
    const value = this.optionalText(name);
    if (value === undefined) return undefined;
    const chosen = choices.find((choice) => choice === value);

    return chosen ?? this.fail(name, `must be one of ${choices.join(', ')}, not ${value}`);
  }

  /** Reads a list of texts that must be there. */
  texts(name: string): readonly string[] {
    return this.#list(name).map((value, index) =>
      typeof value === 'string' ? value : this.fail(`${name}[${index}]`, 'must be a string'),
    );
  }

  /** Reads a list of texts; `undefined` where there is none. */
  givenTexts(name: string): readonly string[] | undefined {
    return this.has(name) ? this.texts(name) : undefined;
  }

  /** Reads a list of texts; empty where there is none. */
  optionalTexts(name: string): readonly string[] {
    return this.givenTexts(name) ?? [];
  }

  /** Reads all fields, each of which must be a text. */
  allTexts(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.names().map((name) => [name, this.text(name)]));
  }

  /** Reads a list of objects that must be there. */
  objects(name: string): readonly JsonReader[] {
    return this.#list(name).map(
      (value, index) => new JsonReader(value, this.pathOf(`${name}[${index}]`)),
    );
  }

  /** Reads a list of objects; empty where there is none. */
  optionalObjects(name: string): readonly JsonReader[] {
    return this.has(name) ? this.objects(name) : [];
  }

  /** Reads an object; an empty one where there is none. */
  object(name: string): JsonReader {
    return new JsonReader(this.#value(name) ?? {}, this.pathOf(name));
  }

  /** Reads an object whole: a field that this does not read is a mistake. */
  whole<Result>(read: (fields: this) => Result): Result {
    const result = read(this);
    this.finish();

    return result;
  }

  /**
   * Ends the reading. Gives the paths of the fields that Auth0 has and the tenant does not imitate; any other field
   * that nobody has read is a mistake.
   */
  finish(notImitated: readonly string[] = []): readonly string[] {
    const unread = this.names().filter((name) => !this.#read.has(name));
    const mistake = unread.find((name) => !notImitated.includes(name));
    if (mistake !== undefined) this.fail(mistake, 'is not a field that is known here');

    return unread.map((name) => this.pathOf(name));
  }

  /** Throws a `SeedError` about a field. */
  fail(name: string, complaint: string): never {
    throw new SeedError(`${this.pathOf(name)} ${complaint}`);
  }

  #value(name: string): unknown {
    this.#read.add(name);

    return this.#fields[name];
  }

  #list(name: string): readonly unknown[] {
    const value = this.#value(name);
    if (Array.isArray(value)) return value;

    return this.fail(name, 'must be a list');
  }

  /** Tells where a field is, in the words of complaints. */
  pathOf(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }
}
