import { defaultErrorBody, rateLimitHeaders } from '../../control/faults/default-answer.ts';
import type { FaultOutcome } from '../../state/control/fault-rule.ts';

/** What was asked for, and when. */
interface Asked {
  readonly path: string;
  readonly nowMs: number;
}

/** Whether a fault answers in the tenant's place. */
export function answersItself({ status, body }: FaultOutcome): boolean {
  return status !== undefined || body !== undefined;
}

/** The answer of a fault that lets nothing through to the tenant. */
export function faultAnswer(then: FaultOutcome, path: string, nowMs: number): Response {
  const status = then.status ?? 200;

  return response(status, bodyText(then, status, path), headersOf(then, status, { path, nowMs }));
}

/** The tenant's answer as the client gets it: with another status, body or header. */
export function changedAnswer(
  then: FaultOutcome,
  answer: Response,
  { path, nowMs }: Asked,
): Response {
  const { headers: added, ...outcome } = then;
  const headers = new Headers(answer.headers);
  if (!answersItself(outcome)) {
    if (added === undefined) return answer;
    setAll(headers, added);

    return new Response(answer.body, { status: answer.status, headers });
  }
  const status = then.status ?? answer.status;
  headers.delete('content-length');
  setAll(headers, headersOf(then, status, { path, nowMs }));

  return response(status, bodyText(then, status, path), headers);
}

function bodyText({ body }: FaultOutcome, status: number, path: string): string {
  if (typeof body === 'string') return body;
  if (body !== undefined) return JSON.stringify(body);

  return status < 400 ? '' : JSON.stringify(defaultErrorBody(status, path));
}

function headersOf(
  { headers }: FaultOutcome,
  status: number,
  { path, nowMs }: Asked,
): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(status === 429 && path.startsWith('/api/') && rateLimitHeaders(nowMs)),
    ...headers,
  };
}

function setAll(headers: Headers, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) headers.set(name, value);
}

function response(
  status: number,
  body: string,
  headers: Headers | Readonly<Record<string, string>>,
): Response {
  const hasNoBody = body === '' || [204, 205, 304].includes(status);

  return new Response(hasNoBody ? null : body, { status, headers });
}
