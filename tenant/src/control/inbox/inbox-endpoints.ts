import { json, type Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';

const longestWaitMs = 60_000;

/**
 * `GET /_tenant/api/inbox?to=&wait=`: messages, newest first. While there is none, `wait` keeps the
 * question open for so many seconds, so that tests need not sleep.
 */
export async function inbox({
  request: { query },
  state: { inbox: box },
}: Exchange): Promise<Reply> {
  const to = query.get('to') ?? undefined;
  const waitMs = Math.min((Number(query.get('wait') ?? 0) || 0) * 1000, longestWaitMs);
  if (waitMs > 0 && box.messages(to).length === 0) await box.arrival(to, waitMs);

  return json(200, box.messages(to));
}
