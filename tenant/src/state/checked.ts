import { isObject, type JsonObject } from '../protocol/json.ts';

/** A file that does not say what it must, with the path of the first thing that is wrong. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
}

/** An object of the seed, read field by field. Every complaint names its path. */
export class CheckedObject {
  readonly #fields: JsonObject;
  readonly #path: string;

  constructor(value: unknown, path: string) {
    if (!isObject(value)) throw new SeedError(`${path} must be an object`);
    this.#fields = value;
    this.#path = path;
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.#fail(name, 'is missing');
  }

  optionalText(name: string): string | undefined {
    const value = this.#fields[name];
    if (value === undefined || typeof value === 'string') return value;

    return this.#fail(name, 'must be a string');
  }

  optionalFlag(name: string): boolean | undefined {
    const value = this.#fields[name];
    if (value === undefined || typeof value === 'boolean') return value;

    return this.#fail(name, 'must be true or false');
  }

  optionalNumber(name: string): number | undefined {
    const value = this.#fields[name];
    if (value === undefined || typeof value === 'number') return value;

    return this.#fail(name, 'must be a number');
  }

  textOrNumber(name: string): string | number {
    const value = this.#fields[name];
    if (typeof value === 'string' || typeof value === 'number') return value;

    return this.#fail(name, 'must be a string or a number');
  }

  optionalJson(name: string): JsonObject | undefined {
    const value = this.#fields[name];
    if (value === undefined || isObject(value)) return value;

    return this.#fail(name, 'must be an object');
  }

  texts(name: string): readonly string[] {
    return this.#list(name).map((value, index) =>
      typeof value === 'string' ? value : this.#fail(`${name}[${index}]`, 'must be a string'),
    );
  }

  objects(name: string): readonly CheckedObject[] {
    return this.#list(name).map(
      (value, index) => new CheckedObject(value, `${this.#path}.${name}[${index}]`),
    );
  }

  object(name: string): CheckedObject {
    return new CheckedObject(this.#fields[name] ?? {}, `${this.#path}.${name}`);
  }

  #list(name: string): readonly unknown[] {
    const value = this.#fields[name];
    if (Array.isArray(value)) return value;

    return this.#fail(name, 'must be a list');
  }

  #fail(name: string, complaint: string): never {
    throw new SeedError(`${this.#path}.${name} ${complaint}`);
  }
}
