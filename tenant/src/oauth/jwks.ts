import { json, type Reply } from '../protocol/reply.ts';
import type { Exchange } from '../state/exchange.ts';

/** Answers `GET /.well-known/jwks.json`: the key that every token is signed with (contract §1). */
export async function jwks({ state: { signer } }: Exchange): Promise<Reply> {
  return json(200, await signer.publicKeys());
}
