import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { Directory } from '../../src/state/people/directory.ts';
import { type Identity, identityKey, type User } from '../../src/state/people/user.ts';

const emails = fc.constantFrom('a@example.com', 'A@example.com', 'b@example.com', undefined);
const phones = fc.constantFrom('+1', '+2', undefined);
const connections = fc.constantFrom('db', 'sms', 'github');

const identities: fc.Arbitrary<Identity> = fc
  .record({ connection: connections, id: fc.nat(8), email: emails, phone: phones })
  .map(({ connection, id, email, phone }) => ({
    connection,
    provider: connection,
    user_id: id,
    isSocial: false,
    profile: {
      ...(email !== undefined && { email }),
      ...(phone !== undefined && { phone_number: phone }),
    },
  }));

const users: fc.Arbitrary<User> = fc
  .tuple(identities, fc.array(identities, { maxLength: 2 }))
  .map(([first, others]) => ({
    user_id: identityKey(first),
    identities: [first, ...others],
    created_at: '',
    updated_at: '',
  }));

const changes = fc.array(
  fc.oneof(
    users.map((user) => ({ kind: 'put' as const, user })),
    users.map((user) => ({ kind: 'remove' as const, user })),
  ),
  { maxLength: 20 },
);

test('what the directory finds at once is what looking at everybody finds', () => {
  fc.assert(
    fc.property(changes, connections, (story, connection) => {
      const directory = new Directory();
      for (const { kind, user } of story) {
        const isTaken = user.identities.some((identity) => {
          const owner = directory.ownerOf(identityKey(identity));

          return owner !== undefined && owner.user_id !== user.user_id;
        });
        const keys = user.identities.map(identityKey);
        if (kind === 'remove') directory.remove(user.user_id);
        else if (!isTaken && new Set(keys).size === keys.length) directory.put(user);
      }
      const all = directory.all();
      const holders = all.flatMap((user) =>
        user.identities
          .filter((identity) => identity.connection === connection)
          .map(({ profile }) => ({ user, profile })),
      );
      for (const email of ['a@example.com', 'B@EXAMPLE.com', 'c@example.com']) {
        const found = directory.findByEmail(connection, email);
        const expected = holders.filter(
          ({ profile }) => profile.email?.toLowerCase() === email.toLowerCase(),
        );
        assert.equal(found === undefined, expected.length === 0);
        assert.ok(found === undefined || expected.some(({ user }) => user === found.user));
        assert.deepEqual(
          new Set(directory.withEmail(email)),
          new Set(all.filter(({ identities: [first] }) => first.profile.email === email)),
        );
      }
      const byPhone = directory.findByPhone(connection, '+1');
      assert.equal(
        byPhone === undefined,
        !holders.some(({ profile }) => profile.phone_number === '+1'),
      );
    }),
    { numRuns: 400 },
  );
});
