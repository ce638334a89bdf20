import { JsonReader, SeedError } from '../../protocol/json-reader.ts';
import { parseSeedUser } from '../../state/people/seed-user.ts';
import type { User } from '../../state/people/user.ts';

/** Reads a list of people in Auth0's user shape. `now` dates those whose dates it leaves out. */
export function parsePeople(value: unknown, nowMs: number): readonly User[] {
  if (!Array.isArray(value)) throw new SeedError('the file must be a list of users');

  return value.map((user: unknown, index) =>
    parseSeedUser(new JsonReader(user, `[${index}]`), nowMs),
  );
}
