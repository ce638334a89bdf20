import { defined, type JsonObject } from '../../protocol/json.ts';
import { connectionKind } from '../config/connection-kinds.ts';
import type { User } from '../people/user.ts';
import type { EventType, TenantEvent } from './tenant-event.ts';
import { isMobile, normalizedUserAgent } from './user-agent.ts';

/** How many entries are kept. A real tenant counts days instead; memory counts entries. */
const capacity = 5000;
/** How many more there may be before the oldest are let go together. */
const slack = 500;

/** What happened at the tenant, oldest first. Whoever answers a request appends what came of it. */
export class TenantLog {
  #kept: KeptEvent[] = [];
  #count = 0;

  /** Writes an event down: `state.log.append({ type: 's', user, client, connection }, now)`. */
  append(event: TenantEvent, nowMs: number): void {
    this.#count++;
    this.#kept.push(kept(event, this.#count, nowMs));
    if (this.#kept.length > capacity + slack) this.#kept.splice(0, slack);
  }

  /** Lists the entries, the oldest first. */
  entries(): readonly LogEntry[] {
    return this.#kept.slice(-capacity).map(entryOf);
  }

  clear(): void {
    this.#kept = [];
  }
}

/** An entry as `GET /logs` shows it. */
export type LogEntry = JsonObject & {
  readonly log_id: string;
  readonly date: string;
  readonly type: EventType;
};

/** What of an event is kept: an entry is made of it when somebody looks, and is far larger. */
interface KeptEvent extends Omit<TenantEvent, 'user'> {
  readonly count: number;
  readonly nowMs: number;
  readonly details: JsonObject;
  readonly userId: string | undefined;
  readonly userName: string | undefined;
}

const noDetails: JsonObject = {};

/** Keeps of an event what its entry is made of. */
function kept(
  { user, details = noDetails, ...event }: TenantEvent,
  count: number,
  nowMs: number,
): KeptEvent {
  const userName = user && nameInLog(user);

  return { ...event, details, count, nowMs, userId: user?.user_id, userName };
}

/** Makes an entry in its recorded shape: what is not known is `null`, and nothing is left out (§12). */
function entryOf(event: KeptEvent): LogEntry {
  const { count, nowMs, type, description, client, connection, ip, userAgent = '' } = event;
  // Ids sort as the entries do, so that a checkpoint is a comparison.
  const log_id = `900${String(nowMs).padStart(14, '0')}${String(count).padStart(12, '0')}`;
  const isOfApi = type === 'sapi' || type === 'fapi';

  return {
    _id: log_id,
    log_id,
    date: new Date(nowMs).toISOString(),
    type,
    description: description ?? null,
    connection: connection?.name ?? null,
    connection_id: connection?.id ?? null,
    organization_id: null,
    organization_name: null,
    client_id: client?.client_id ?? null,
    // The Management API knows its callers by their ids.
    client_name: isOfApi ? '' : (client?.name ?? null),
    ip: ip ?? '127.0.0.1',
    hostname: null,
    details: event.details,
    user_id: event.userId ?? null,
    user_name: event.userName ?? null,
    user_agent: normalizedUserAgent(userAgent),
    audience: event.audience ?? null,
    ...defined({ scope: event.scope }),
    strategy: connection?.strategy ?? null,
    strategy_type: connection === undefined ? null : connectionKind(connection.strategy).type,
    isMobile: isMobile(userAgent),
    location_info: null,
  };
}

function nameInLog({ identities: [{ profile }] }: User): string | undefined {
  return profile.username ?? profile.email ?? profile.phone_number ?? profile.name;
}
