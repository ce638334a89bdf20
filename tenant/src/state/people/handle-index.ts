import type { Identity } from './user.ts';

/** Finds ids by something that several may share; nearly always one does not, so a lone id is no list. */
export class HandleIndex {
  readonly #ids = new Map<string, string | readonly string[]>();

  get(handle: string): readonly string[] {
    const ids = this.#ids.get(handle);
    if (ids === undefined) return [];

    return typeof ids === 'string' ? [ids] : ids;
  }

  add(handle: string, id: string): void {
    const ids = this.#ids.get(handle);
    this.#ids.set(handle, ids === undefined ? id : [...this.get(handle), id]);
  }

  delete(handle: string, id: string): void {
    const others = this.get(handle).filter((other) => other !== id);
    if (others.length === 0) this.#ids.delete(handle);
    else this.#ids.set(handle, others);
  }

  clear(): void {
    this.#ids.clear();
  }
}

const handles = ['email', 'phone_number', 'username'] as const;

/** What somebody signs in with. */
type Handle = (typeof handles)[number];

/** Finds the keys of a connection's identities by what people sign in with there, without case. */
export class ConnectionIndex {
  readonly #connections = new Map<string, Readonly<Record<Handle, HandleIndex>>>();

  add(identity: Identity, key: string): void {
    for (const [index, handle] of this.#entriesOf(identity)) index.add(handle, key);
  }

  delete(identity: Identity, key: string): void {
    for (const [index, handle] of this.#entriesOf(identity)) index.delete(handle, key);
  }

  find(connection: string, kind: Handle, handle: string): readonly string[] {
    return this.#connections.get(connection)?.[kind].get(handle.toLowerCase()) ?? [];
  }

  clear(): void {
    this.#connections.clear();
  }

  *#entriesOf({ connection, profile }: Identity): Generator<readonly [HandleIndex, string]> {
    let indexes = this.#connections.get(connection);
    if (indexes === undefined) {
      indexes = {
        email: new HandleIndex(),
        phone_number: new HandleIndex(),
        username: new HandleIndex(),
      };
      this.#connections.set(connection, indexes);
    }
    for (const kind of handles) {
      const handle = profile[kind];
      if (handle !== undefined) yield [indexes[kind], handle.toLowerCase()];
    }
  }
}
