import { endSession, findSession } from '../login/flow/session/browser-session.ts';
import { PageError } from '../protocol/errors.ts';
import { callerOf, parameter, redirect, type Reply, withCookies } from '../protocol/http.ts';
import { sidOf } from '../state/sign-ins/sign-ins.ts';
import type { Exchange, TenantState } from '../state/tenant-state.ts';
import { hiddenFields } from '../ui/fields.ts';
import { html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { chooseTexts } from '../ui/texts/choose-texts.ts';
import type { Texts } from '../ui/texts/en.ts';
import { allowedLogoutAddress } from './logout.ts';
import { readIdTokenHint } from './tokens/token-checks.ts';

/**
 * Answers `GET` and `POST /oidc/logout`: ends the session for a client that names it by an ID token; anybody
 * else's request is the person's to confirm (contract §5).
 */
export async function oidcLogout(exchange: Exchange): Promise<Reply> {
  const { request, state, nowMs } = exchange;
  const query = request.method === 'POST' ? new URLSearchParams(request.body) : request.query;
  const hint = await readHint(query, state);
  const target = logoutTarget(query, hint?.clientId, state);
  const live = findSession(exchange);
  const isVouchedFor =
    isConfirmed(query, exchange) ||
    live === undefined ||
    hint?.userId === live.user.user_id ||
    parameter(query, 'logout_hint') === sidOf(live.id);
  const texts = chooseTexts({ ...request, query }, state);
  if (!isVouchedFor) return logoutPage(query, target, texts);
  if (live !== undefined) {
    state.log.append({ type: 'slo', user: live.user, ...callerOf(request) }, nowMs);
  }
  const reply = target === undefined ? loggedOutPage(texts) : redirect(target);

  return withCookies(reply, endSession(exchange));
}

/** Whether the person said yes on our own page; another origin's form cannot say it for them. */
function isConfirmed(
  query: URLSearchParams,
  { request: { headers }, state: { issuer } }: Exchange,
): boolean {
  return query.get('confirmed') === 'yes' && `${headers.get('origin') ?? ''}/` === issuer;
}

async function readHint(
  query: URLSearchParams,
  state: TenantState,
): ReturnType<typeof readIdTokenHint> {
  const token = parameter(query, 'id_token_hint');
  if (token === undefined) return undefined;
  const hint = await readIdTokenHint(token, state);
  if (hint === undefined) throw new PageError(400, 'hintNotOurs');

  return hint;
}

function logoutTarget(
  query: URLSearchParams,
  hintedClient: string | undefined,
  state: TenantState,
): string | undefined {
  const clientId = parameter(query, 'client_id') ?? hintedClient;
  if (hintedClient !== undefined && clientId !== hintedClient) {
    throw new PageError(400, 'hintOfAnother', { came: clientId ?? '' });
  }
  const client = clientId === undefined ? undefined : state.config.clients.get(clientId);
  if (clientId !== undefined && client === undefined) {
    throw new PageError(400, 'unknownApplication', { came: clientId });
  }
  const wanted = parameter(query, 'post_logout_redirect_uri');
  if (wanted === undefined) return undefined;
  const allowed = client?.allowed_logout_urls ?? state.config.settings.allowedLogoutUrls;
  const address = allowedLogoutAddress(wanted, allowed);
  if (address === undefined) {
    throw new PageError(400, 'logoutMismatch', { came: wanted, allowed });
  }
  const target = new URL(address);
  const echoed = parameter(query, 'state');
  if (echoed !== undefined) target.searchParams.set('state', echoed);

  return target.href;
}

/** Asks before a sign-out that nobody vouched for: a link anywhere may have led here (contract §5). */
function logoutPage(query: URLSearchParams, leadsTo: string | undefined, texts: Texts): Reply {
  const { title, heading, lead } = texts.signOut;

  return page({
    texts,
    title,
    leadsTo,
    heading,
    lead,
    main: html`<form method="post" action="/oidc/logout">
      ${hiddenFields(query)}
      <button class="primary" name="confirmed" value="yes">${title}</button>
    </form>`,
  });
}

/** Renders the page after a logout that leads nowhere. */
function loggedOutPage(texts: Texts): Reply {
  return page({
    texts,
    title: texts.signOut.doneTitle,
    main: html`<p role="status">${texts.common.closeWindow}</p>`,
  });
}
