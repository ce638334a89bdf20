import type { Connection } from '../../../identity/connection';
import { isPhone } from '../../../identity/connection-kinds';
import type { NewPerson } from '../../../management-api/tenant-control';
import type { Part } from '../catalogue/drill';

/** Somebody who has never been, for a part in a drill. */
export function testPerson(
  { connection, isVerified, settings }: Part,
  connections: readonly Connection[],
): NewPerson {
  const strategy = connections.find(({ name }) => name === connection)?.strategy ?? '';
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  const account = isPhone(strategy)
    ? { phone_number: `+1555${String(random).padStart(10, '0').slice(-7)}` }
    : { email: `drill-${random.toString(36)}@drills.example`, email_verified: isVerified };

  return { connection, ...account, user_metadata: settings };
}
