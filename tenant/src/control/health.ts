import { json, type Reply } from '../protocol/reply.ts';

/** Answers `GET /_tenant/api/health`: for whoever waits until the tenant is up. */
export function health(): Reply {
  return json(200, { ok: true });
}
