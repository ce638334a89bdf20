import type { Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { authorize } from './authorize.ts';

/** Answers `POST /authorize`: the same question, asked by a form (OIDC Core §3.1.2.1). */
export function authorizeByForm(exchange: Exchange): Promise<Reply> {
  const { request } = exchange;

  return authorize({
    ...exchange,
    request: { ...request, query: new URLSearchParams(request.body) },
  });
}
