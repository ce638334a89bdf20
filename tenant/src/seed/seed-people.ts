import type { Seed } from '../state/config/seed.ts';
import { accountLabel } from '../state/people/user.ts';

/** One way into the seed, as a person needs it to sign in. */
export interface SeedPerson {
  readonly userId: string;
  readonly name: string;
  readonly connection: string;
  /** E-mail address, phone number or user name. */
  readonly account: string;
  readonly password?: string;
}

/** Every identity of the seed, in its order. */
export function seedPeople({ users }: Seed): readonly SeedPerson[] {
  return users.flatMap((user) =>
    user.identities.map((identity) => ({
      userId: user.user_id,
      name: identity.profile.name ?? accountLabel(identity),
      connection: identity.connection,
      account: accountLabel(identity),
      ...(identity.password !== undefined && { password: identity.password }),
    })),
  );
}
