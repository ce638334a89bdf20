import { ConnectionIndex, HandleIndex } from './handle-index.ts';
import { type Identity, identityKey, type User } from './user.ts';

/** An identity together with the account it belongs to. */
export interface Holding {
  readonly user: User;
  readonly identity: Identity;
}

/** Everybody the tenant knows. Accounts are values: a change puts a new one in the old one's place. */
export class Directory {
  readonly #users = new Map<string, User>();
  readonly #ownerIds = new Map<string, string>();
  readonly #connections = new ConnectionIndex();
  /** The accounts with an e-mail address of their own, in its exact spelling. */
  readonly #emails = new HandleIndex();

  /** Lists all accounts. */
  all(): readonly User[] {
    return [...this.#users.values()];
  }

  /** Gives the account with this id; the id of a linked identity is none. */
  get(userId: string): User | undefined {
    return this.#users.get(userId);
  }

  /** Puts an account in its place, new or changed. */
  put(user: User): void {
    this.#forget(user.user_id);
    this.#users.set(user.user_id, user);
    for (const identity of user.identities) {
      const key = identityKey(identity);
      this.#ownerIds.set(key, user.user_id);
      this.#connections.add(identity, key);
    }
    const { email } = user.identities[0].profile;
    if (email !== undefined) this.#emails.add(email, user.user_id);
  }

  /** Removes an account. */
  remove(userId: string): void {
    this.#forget(userId);
    this.#users.delete(userId);
  }

  /** Removes all accounts. */
  clear(): void {
    this.#users.clear();
    this.#ownerIds.clear();
    this.#connections.clear();
    this.#emails.clear();
  }

  /** Tells who is signed in by an identity: the owner, also when the identity is a linked one (§7). */
  ownerOf(key: string): User | undefined {
    const ownerId = this.#ownerIds.get(key);

    return ownerId === undefined ? undefined : this.#users.get(ownerId);
  }

  /** Finds an identity by its key, with its owner. */
  holdingOf(key: string): Holding | undefined {
    const user = this.ownerOf(key);
    const identity = user?.identities.find((candidate) => identityKey(candidate) === key);

    return user === undefined || identity === undefined ? undefined : { user, identity };
  }

  /** Lists the accounts of one connection, linked ones included. */
  holdingsOf(connection: string): readonly Holding[] {
    return this.all().flatMap((user) =>
      user.identities
        .filter((identity) => identity.connection === connection)
        .map((identity) => ({ user, identity })),
    );
  }

  /** Finds the account of one connection with this e-mail address, which Auth0 compares without case. */
  findByEmail(connection: string, email: string): Holding | undefined {
    return this.#firstOf(this.#connections.find(connection, 'email', email));
  }

  /** Finds the account of one connection with this phone number. */
  findByPhone(connection: string, phone: string): Holding | undefined {
    return this.#firstOf(this.#connections.find(connection, 'phone_number', phone));
  }

  /** Finds the account of one connection with this user name, which Auth0 compares without case. */
  findByUsername(connection: string, username: string): Holding | undefined {
    return this.#firstOf(this.#connections.find(connection, 'username', username));
  }

  /** Lists the accounts whose own e-mail address this is, case included; linked ones do not count (§6.8). */
  withEmail(email: string): readonly User[] {
    return this.#emails.get(email).flatMap((userId) => this.#users.get(userId) ?? []);
  }

  #firstOf([key]: readonly string[]): Holding | undefined {
    return key === undefined ? undefined : this.holdingOf(key);
  }

  #forget(userId: string): void {
    const user = this.#users.get(userId);
    if (user === undefined) return;
    for (const identity of user.identities) {
      const key = identityKey(identity);
      this.#ownerIds.delete(key);
      this.#connections.delete(identity, key);
    }
    const { email } = user.identities[0].profile;
    if (email !== undefined) this.#emails.delete(email, userId);
  }
}
