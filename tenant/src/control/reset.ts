import { json, type Reply } from '../protocol/reply.ts';
import type { Exchange } from '../state/exchange.ts';

/** Answers `POST /_tenant/api/reset`: everything back to the seed, sessions and tokens included. */
export function reset({ state }: Exchange): Reply {
  state.reset();

  return json(200, { ok: true });
}
