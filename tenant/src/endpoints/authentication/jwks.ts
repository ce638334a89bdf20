import { json, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** `GET /.well-known/jwks.json`: the key that every token is signed with (contract §1). */
export async function jwks(_request: TenantRequest, { signer }: TenantState): Promise<Reply> {
  return json(200, await signer.publicKeys());
}
