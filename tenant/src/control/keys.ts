import { json, type Reply } from '../protocol/reply.ts';
import type { TenantRequest } from '../protocol/request.ts';
import type { Exchange } from '../state/exchange.ts';
import { controlBody } from './control-body.ts';

/**
 * Answers `POST /_tenant/api/keys/rotate`: a new key signs from now on. What the old one signed still counts
 * until the next rotation, or no longer with `{ "revoke": true }`.
 */
export async function rotateKeys({ request, state: { signer } }: Exchange): Promise<Reply> {
  const revoke = request.body === '' ? false : readRevoke(request);
  await signer.rotate({ revoke });

  return json(200, await signer.publicKeys());
}

function readRevoke(request: TenantRequest): boolean {
  const body = controlBody(request);
  const revoke = body.optionalFlag('revoke') ?? false;
  body.finish();

  return revoke;
}
