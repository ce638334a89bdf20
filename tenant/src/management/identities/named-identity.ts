import { ManagementError } from '../../protocol/errors.ts';
import type { Connection } from '../../state/config/connection.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { type CheckedBody, invalidBody } from '../body.ts';

/**
 * Finds the key of the identity that `provider` and `user_id` name. The id may have the provider in front, and an
 * enterprise id may lack its connection when `connection_id` tells it. Throws a `ManagementError` (contract §6.5).
 */
export function namedIdentity(body: CheckedBody, state: TenantState): string {
  const provider = body.required('provider');
  const userId = body.textOrNumber('user_id');
  if (userId === undefined) throw invalidBody('Missing required property: user_id');
  const connections = [...state.config.connections.values()].filter(
    ({ strategy }) => strategy === provider,
  );
  const connection = connectionIn(body, connections);
  if (connections.length === 0) throw notConfigured();
  const id = withoutPrefix(String(userId), provider);
  const candidates = [
    `${provider}|${id}`,
    ...(connection === undefined ? [] : [`${provider}|${connection.name}|${id}`]),
  ];
  const key = candidates.find((candidate) => isAt(candidate, connection, state));
  if (key !== undefined) return key;

  throw new ManagementError(
    400,
    connection === undefined
      ? 'Linking to an inexistent identity requires a connection.'
      : 'Linking to an inexistent identity is not allowed.',
  );
}

function connectionIn(
  body: CheckedBody,
  connections: readonly Connection[],
): Connection | undefined {
  const id = body.text('connection_id');
  if (id === undefined) return undefined;
  if (!/^con_[A-Za-z0-9]{16}$/.test(id)) {
    throw body.fail('connection_id', `String does not match pattern ^con_[A-Za-z0-9]{16}$: ${id}`);
  }
  const connection = connections.find((candidate) => candidate.id === id);
  if (connection === undefined) throw notConfigured();

  return connection;
}

function isAt(key: string, connection: Connection | undefined, { users }: TenantState): boolean {
  const holding = users.holdingOf(key);
  if (holding === undefined) return false;

  return connection === undefined || holding.identity.connection === connection.name;
}

function withoutPrefix(userId: string, provider: string): string {
  return userId.startsWith(`${provider}|`) ? userId.slice(provider.length + 1) : userId;
}

function notConfigured(): ManagementError {
  return new ManagementError(
    400,
    'The provider/connection is not configured.',
    'inexistent_connection',
  );
}
