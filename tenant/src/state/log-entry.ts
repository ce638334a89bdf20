import type { JsonObject } from '../protocol/json.ts';
import { defined } from './defined.ts';
import { type EventType, eventTypes, type TenantEvent } from './tenant-event.ts';
import type { User } from './user.ts';

/** An entry as `GET /logs` shows it. */
export type LogEntry = JsonObject & {
  readonly log_id: string;
  readonly date: string;
  readonly type: EventType;
};

/** What of an event is kept: an entry is made of it when somebody looks, and is far larger. */
export interface KeptEvent extends Pick<
  TenantEvent,
  'type' | 'description' | 'client' | 'connection' | 'ip' | 'userAgent' | 'audience' | 'scope'
> {
  readonly count: number;
  readonly now: number;
  readonly details: JsonObject;
  readonly userId: string | undefined;
  readonly userName: string | undefined;
}

const noDetails: JsonObject = {};

/** Keeps of an event what its entry is made of. */
export function kept(
  { type, description, client, connection, user, ip, userAgent, ...rest }: TenantEvent,
  count: number,
  now: number,
): KeptEvent {
  return {
    count,
    now,
    type,
    details: rest.details ?? noDetails,
    userId: user?.user_id,
    userName: user === undefined ? undefined : nameInLog(user),
    ...defined({ description, client, connection, ip, userAgent }),
    ...defined({ audience: rest.audience, scope: rest.scope }),
  };
}

export function entryOf(event: KeptEvent): LogEntry {
  const { count, now, type, description, client, connection, ip, userAgent } = event;
  // Ids sort as the entries do, so that a checkpoint is a comparison.
  const log_id = `900${String(now).padStart(14, '0')}${String(count).padStart(12, '0')}`;

  return {
    _id: log_id,
    log_id,
    date: new Date(now).toISOString(),
    type,
    description: description ?? eventTypes[type],
    ip: ip ?? '127.0.0.1',
    user_agent: userAgent ?? 'unknown',
    isMobile: false,
    details: event.details,
    ...defined({
      client_id: client?.client_id,
      client_name: client?.name,
      connection: connection?.name,
      connection_id: connection?.id,
      strategy: connection?.strategy,
      user_id: event.userId,
      user_name: event.userName,
      audience: event.audience,
      scope: event.scope,
    }),
  };
}

function nameInLog({ identities: [{ profile }] }: User): string | undefined {
  return profile.email ?? profile.phone_number ?? profile.username ?? profile.name;
}
