import { parseSeedUser } from '../../state/people/seed-user.ts';
import { accountFields } from '../../state/people/user-shape.ts';
import type { User } from '../../state/people/user.ts';
import type { SnapshotPart } from './snapshot-part.ts';

/** Everybody, in the format of the people's file: a snapshot's list can become one. */
export const peoplePart: SnapshotPart = {
  name: 'users',
  take: ({ state: { users } }) => users.all().map(personText),
  read: (snapshot) => {
    const people = snapshot.objects('users').map((user) => parseSeedUser(user, Date.now()));

    return ({ state: { users } }) => {
      users.clear();
      for (const person of people) users.put(person);
    };
  },
};

function personText(user: User): object {
  const { roles, organizations } = user;

  return {
    ...user.identities[0].profile,
    ...accountFields(user),
    identities: user.identities.map(
      ({ connection, provider, user_id, isSocial, password, password_leaked, profile }, index) => ({
        connection,
        provider,
        user_id,
        isSocial,
        ...(password !== undefined && { password }),
        ...(password_leaked !== undefined && { password_leaked }),
        ...(index > 0 && { profileData: profile }),
      }),
    ),
    ...(roles !== undefined && { roles }),
    ...(organizations !== undefined && { organizations }),
  };
}
