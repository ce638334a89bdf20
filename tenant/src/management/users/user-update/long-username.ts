import { ManagementError } from '../../../protocol/errors.ts';
import { type Connection, longestUsername } from '../../../state/config/connection.ts';

/** Refuses a user name that is longer than its connection takes. */
export function refuseLongUsername(
  username: string | undefined,
  connection: Pick<Connection, 'options'>,
): void {
  const longest = longestUsername(connection);
  if (username === undefined || username.length <= longest) return;

  throw new ManagementError(400, `Username must have between 1 and ${longest} characters.`);
}
