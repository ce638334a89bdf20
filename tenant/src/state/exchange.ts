import type { TenantRequest } from '../protocol/request.ts';
import type { TenantState } from './tenant-state.ts';
import type { Reply } from '../protocol/reply.ts';

/** The tenant at a moment, in milliseconds since 1970 by its own clock. */
export interface Moment {
  readonly state: TenantState;
  readonly nowMs: number;
}

/** One request and what it meets: all that a handler needs for its `Reply`. */
export interface Exchange extends Moment {
  readonly request: TenantRequest;
}

/** One thing the tenant answers. It knows no framework, opens no port and reads no clock. */
export type Endpoint = (exchange: Exchange) => Reply | Promise<Reply>;

/** Endpoints by their method and path, such as `GET /clock`. */
export type Endpoints = Readonly<Record<string, Endpoint>>;
