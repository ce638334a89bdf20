import type { Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { authorize } from './authorize.ts';

/** `POST /authorize`: the same question, asked by a form (OIDC Core §3.1.2.1). */
export function authorizeByForm(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  return authorize({ ...request, query: new URLSearchParams(request.body) }, state, now);
}
