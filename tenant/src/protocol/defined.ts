type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** Copies an object without the fields that are `undefined`, which JSON and our types do not have. */
export function defined<T extends object>(fields: T): Partial<Defined<T>>;
export function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
