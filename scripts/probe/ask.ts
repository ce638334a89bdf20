import type { ProbedTenant } from './question.ts';

const timeoutMs = 15_000;

/** What came back, with the body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Asks a tenant one thing, and follows nothing. */
export async function ask(
  { origin }: ProbedTenant,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const response = await fetch(`${origin}${path}`, {
    ...init,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });

  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Sends a form, as the SDK sends it to the token endpoint. */
export function form(fields: Readonly<Record<string, string>>): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) };
}

/** Sends JSON. */
export function jsonBody(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** The members of an answer that is a JSON object; of anything else there are none. */
export function membersOf({ text }: Answer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);

    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** A refusal of the Authentication API on one line. */
export function oauthRefusal(answer: Answer): string {
  const { error, error_description: description } = membersOf(answer);

  return [answer.status, error, description].map(String).join(' ');
}

/** A refusal of the Management API on one line. */
export function managementRefusal(answer: Answer): string {
  const { message, errorCode } = membersOf(answer);

  return [answer.status, message, errorCode ?? '-'].map(String).join(' ');
}

/** A page of the tenant itself, told from a redirect. */
export function pageOrRedirect({ status, headers }: Answer): string {
  const location = headers.get('location');
  if (location !== null) return `redirect to ${location}`;

  return status >= 400 && status < 500 ? 'a page that refuses' : `status ${status}`;
}
