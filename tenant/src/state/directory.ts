import { type Identity, identityKey, type User } from './user.ts';

/** An identity together with the account it belongs to. */
interface Holding {
  readonly user: User;
  readonly identity: Identity;
}

/** Everybody the tenant knows. Accounts are values: a change puts a new one in the old one's place. */
export class Directory {
  readonly #users = new Map<string, User>();
  readonly #ownerIds = new Map<string, string>();

  all(): readonly User[] {
    return [...this.#users.values()];
  }

  get(userId: string): User | undefined {
    return this.#users.get(userId);
  }

  put(user: User): void {
    this.#forgetIdentities(user.user_id);
    this.#users.set(user.user_id, user);
    for (const identity of user.identities) {
      this.#ownerIds.set(identityKey(identity), user.user_id);
    }
  }

  remove(userId: string): void {
    this.#forgetIdentities(userId);
    this.#users.delete(userId);
  }

  clear(): void {
    this.#users.clear();
    this.#ownerIds.clear();
  }

  /** Who is signed in by an identity: the owner, also when the identity is a linked one (§7). */
  ownerOf(key: string): User | undefined {
    const ownerId = this.#ownerIds.get(key);

    return ownerId === undefined ? undefined : this.#users.get(ownerId);
  }

  /** Every account of one connection, linked ones included. */
  holdingsOf(connection: string): readonly Holding[] {
    return this.all().flatMap((user) =>
      user.identities
        .filter((identity) => identity.connection === connection)
        .map((identity) => ({ user, identity })),
    );
  }

  /** The account of one connection with this e-mail address, which Auth0 compares without case. */
  findByEmail(connection: string, email: string): Holding | undefined {
    const wanted = email.toLowerCase();

    return this.holdingsOf(connection).find(
      ({ identity }) => identity.profile.email?.toLowerCase() === wanted,
    );
  }

  #forgetIdentities(userId: string): void {
    for (const identity of this.#users.get(userId)?.identities ?? []) {
      this.#ownerIds.delete(identityKey(identity));
    }
  }
}
