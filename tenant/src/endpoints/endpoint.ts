import type { Reply } from '../protocol/reply.ts';
import type { TenantRequest } from '../protocol/request.ts';
import type { TenantState } from '../state/tenant-state.ts';

/** One thing the tenant answers. It knows no framework, opens no port and reads no clock. */
export type Endpoint = (
  request: TenantRequest,
  state: TenantState,
  now: number,
) => Reply | Promise<Reply>;
