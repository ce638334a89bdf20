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

interface Handles {
  readonly emails: HandleIndex;
  readonly phones: HandleIndex;
  readonly usernames: HandleIndex;
}

/** Finds the keys of a connection's identities by what people sign in with there. */
export class ConnectionIndex {
  readonly #connections = new Map<string, Handles>();

  add({ connection, profile }: Identity, key: string): void {
    const handles = this.#handlesOf(connection);
    const { email, phone_number: phone, username } = profile;
    if (email !== undefined) handles.emails.add(email.toLowerCase(), key);
    if (phone !== undefined) handles.phones.add(phone, key);
    if (username !== undefined) handles.usernames.add(username.toLowerCase(), key);
  }

  delete({ connection, profile }: Identity, key: string): void {
    const handles = this.#handlesOf(connection);
    const { email, phone_number: phone, username } = profile;
    if (email !== undefined) handles.emails.delete(email.toLowerCase(), key);
    if (phone !== undefined) handles.phones.delete(phone, key);
    if (username !== undefined) handles.usernames.delete(username.toLowerCase(), key);
  }

  byEmail(connection: string, email: string): readonly string[] {
    return this.#connections.get(connection)?.emails.get(email.toLowerCase()) ?? [];
  }

  byPhone(connection: string, phone: string): readonly string[] {
    return this.#connections.get(connection)?.phones.get(phone) ?? [];
  }

  byUsername(connection: string, username: string): readonly string[] {
    return this.#connections.get(connection)?.usernames.get(username.toLowerCase()) ?? [];
  }

  clear(): void {
    this.#connections.clear();
  }

  #handlesOf(connection: string): Handles {
    const known = this.#connections.get(connection);
    if (known !== undefined) return known;
    const handles = {
      emails: new HandleIndex(),
      phones: new HandleIndex(),
      usernames: new HandleIndex(),
    };
    this.#connections.set(connection, handles);

    return handles;
  }
}
