import type { JsonObject } from '../protocol/json.ts';
import type { Client } from './client.ts';
import type { Connection } from './connection.ts';
import { defined } from './defined.ts';
import type { User } from './user.ts';

/** Auth0's codes for what can happen (contract §6.13). */
export const eventTypes = {
  s: 'Success Login',
  f: 'Failed Login',
  fp: 'Failed Login (Incorrect Password)',
  fu: 'Failed Login (Invalid Email/Username)',
  ss: 'Success Signup',
  fs: 'Failed Signup',
  ssa: 'Success Silent Auth',
  fsa: 'Failed Silent Auth',
  slo: 'Success Logout',
  flo: 'Failed Logout',
  seacft: 'Success Exchange (Authorization Code for Access Token)',
  feacft: 'Failed Exchange (Authorization Code for Access Token)',
  seccft: 'Success Exchange (Client Credentials for Access Token)',
  feccft: 'Failed Exchange (Client Credentials for Access Token)',
  sertft: 'Success Exchange (Refresh Token for Access Token)',
  fertft: 'Failed Exchange (Refresh Token for Access Token)',
  ferrt: 'Failed Exchange (Rotating Refresh Token)',
  srrt: 'Success Revocation (Refresh Token)',
  sepft: 'Success Exchange (Password for Access Token)',
  fepft: 'Failed Exchange (Password for Access Token)',
  sepotpft: 'Success Exchange (Passwordless OTP for Access Token)',
  fepotpft: 'Failed Exchange (Passwordless OTP for Access Token)',
  scoa: 'Success Cross Origin Authentication',
  fcoa: 'Failed Cross Origin Authentication',
  cs: 'Code Sent',
  cls: 'Code/Link Sent',
  scp: 'Success Change Password',
  scpr: 'Success Change Password Request',
  svr: 'Success Verification Email Request',
  sv: 'Success Verification Email',
  limit_wc: 'Blocked Account',
  pwd_leak: 'Breached password',
  limit_mu: 'Blocked IP Address',
  api_limit: 'Rate Limit on the Management API',
  sapi: 'Success API Operation',
  fapi: 'Failed API Operation',
  sdu: 'Success User Deletion',
} as const;

export type EventType = keyof typeof eventTypes;

/** Something that happened, as the code that saw it tells the log. */
export interface TenantEvent {
  readonly type: EventType;
  /** In a sentence; failures say why. */
  readonly description?: string;
  readonly client?: Client;
  readonly connection?: Connection;
  readonly user?: User;
  readonly ip?: string;
  readonly userAgent?: string;
  readonly audience?: string;
  readonly scope?: string;
  readonly details?: JsonObject;
}

/** An entry as `GET /logs` shows it. */
export type LogEntry = JsonObject & {
  readonly log_id: string;
  readonly date: string;
  readonly type: EventType;
};

/** How many entries are kept. A real tenant counts days instead; memory counts entries. */
const capacity = 5000;
/** How many more there may be before the oldest are let go together. */
const slack = 500;

/** What happened at the tenant, oldest first. Whoever answers a request appends what came of it. */
export class TenantLog {
  #kept: KeptEvent[] = [];
  #count = 0;

  /** `state.log.append({ type: 's', user, client, connection }, now)` */
  append(event: TenantEvent, now: number): void {
    this.#count++;
    this.#kept.push(kept(event, this.#count, now));
    if (this.#kept.length > capacity + slack) this.#kept.splice(0, slack);
  }

  entries(): readonly LogEntry[] {
    return this.#kept.slice(-capacity).map(entryOf);
  }

  clear(): void {
    this.#kept = [];
  }
}

/** What of an event is kept: an entry is made of it when somebody looks, and is far larger. */
interface KeptEvent extends Pick<
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

function kept(
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

function entryOf(event: KeptEvent): LogEntry {
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
