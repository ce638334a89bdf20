import type { Context } from 'hono';

import { isObject, parseJson } from '../../protocol/json.ts';
import type { FaultOutcome } from '../../state/control/fault-rule.ts';
import { html } from '../../ui/html.ts';
import { page } from '../../ui/layout.ts';
import { en } from '../../ui/texts/en.ts';
import { type Tenant, toResponse } from '../hono-adapter.ts';

/** Twists that act before the tenant has the request. */
export async function twistRequest(
  { twist }: FaultOutcome,
  context: Context,
  { state }: Tenant,
): Promise<void> {
  if (twist === 'rotate-keys') await state.signer.rotate({ revoke: true });
  if (twist !== 'no-cookies') return;
  const headers = new Headers(context.req.raw.headers);
  headers.delete('cookie');
  context.req.raw = new Request(context.req.raw, { headers });
}

/** Twists that act on the tenant's answer. */
export async function twistedAnswer(
  { twist }: FaultOutcome,
  answer: Response,
  tenant: Tenant,
): Promise<Response> {
  if (twist === 'no-cookies') return withoutCookies(answer);
  if (twist === 'wrong-nonce') return withWrongNonce(answer, tenant);

  return twist === 'silent-message' ? silenced(answer) : answer;
}

function withoutCookies(answer: Response): Response {
  const headers = new Headers(answer.headers);
  headers.delete('set-cookie');

  return new Response(answer.body, { status: answer.status, headers });
}

/** The ID token as somebody else's sign-in would have got it, signed and all. */
async function withWrongNonce(answer: Response, { state }: Tenant): Promise<Response> {
  const body = parseJson(await answer.clone().text());
  if (!isObject(body) || typeof body['id_token'] !== 'string') return answer;
  const reading = await state.signer.read(body['id_token']);
  if (reading.kind === 'refused') return answer;
  const idToken = await state.signer.sign({ ...reading.claims, nonce: 'a-nonce-nobody-asked-for' });

  return new Response(JSON.stringify({ ...body, id_token: idToken }), {
    status: answer.status,
    headers: answer.headers,
  });
}

/** In the place of what would have told the application, a message or a redirect: a page that tells nobody. */
async function silenced(answer: Response): Promise<Response> {
  const isMessage = (await answer.clone().text()).includes('authorization_response');
  if (!isMessage && !isReturn(answer.headers.get('location'))) return answer;
  const silent = toResponse(
    page({
      texts: en,
      title: 'Nothing comes back',
      main: html`<p>
        You are signed in, and the fault “popup-never-returns” keeps it from the application. You
        can close this window.
      </p>`,
    }),
  );
  for (const cookie of answer.headers.getSetCookie()) silent.headers.append('set-cookie', cookie);

  return silent;
}

/** Whether a redirect brings an answer back to an application: a code, or why there is none. */
function isReturn(location: string | null): boolean {
  if (location === null || !URL.canParse(location)) return false;
  const { searchParams } = new URL(location);

  return searchParams.has('code') || searchParams.has('error');
}
