import type { TenantRequest } from '../protocol/request.ts';
import type { TenantState } from './tenant-state.ts';

/** The tenant at a moment, in milliseconds since 1970 by its own clock. */
export interface Moment {
  readonly state: TenantState;
  readonly nowMs: number;
}

/** One request and what it meets: all that a handler needs for its `Reply`. */
export interface Exchange extends Moment {
  readonly request: TenantRequest;
}
