import { CallbackError, PageError } from '../protocol/errors.ts';
import { parameter, type Reply, typedField } from '../protocol/http.ts';
import { accountLabel } from '../state/people/user.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { shownName } from '../ui/shown-name.ts';
import { answer } from './flow/answer.ts';
import { recordConsent, scopeOf } from './flow/consent.ts';
import { deliverError } from './flow/deliver.ts';
import { findPausedSignIn } from './flow/paused-sign-in.ts';

/** Answers `GET /u/consent`: asks whether a client may act for a person, and says what it would do (contract §0). */
export function consentPage(exchange: Exchange): Reply {
  const id = parameter(exchange.request.query, 'state') ?? '';
  const { paused, live } = findPausedSignIn(id, 'consent', exchange);
  const { client, redirectUri } = paused.request.callback;
  const scope = scopeOf(paused.request, live.user, exchange.state);
  const account = shownName(accountLabel(live.user.identities[0]));

  return page({
    title: `Authorize ${client.name}`,
    leadsTo: redirectUri,
    lead: html`You are signed in as <strong>${account}</strong>. ${client.name} asks to:`,
    main: html`<ul class="scopes" aria-label="What it asks for">
        ${scope.map((name) => html`<li>${meanings.get(name) ?? name}</li> `)}
      </ul>
      <form method="post" action="/u/consent?state=${id}">
        <button class="primary" name="answer" value="accept">Accept</button>
        <button class="quiet" name="answer" value="decline">Decline</button>
      </form>`,
  });
}

/** Answers `POST /u/consent`: what the person answers. */
export async function consent(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const id = parameter(request.query, 'state') ?? '';
  const { paused, live } = findPausedSignIn(id, 'consent', exchange);
  const said = typedField(request, 'answer');
  if (said !== 'accept' && said !== 'decline') {
    throw new PageError(400, 'No answer', 'The page was sent without Accept or Decline.');
  }
  state.signIns.paused.delete(id);
  if (said === 'decline') {
    return deliverError(
      paused.request.callback,
      new CallbackError('access_denied', 'User did not authorize the request'),
    );
  }
  recordConsent(paused.request, live.user, state);

  return answer({ request: paused.request, live }, paused.claims, exchange);
}

const meanings: ReadonlyMap<string, string> = new Map([
  ['openid', 'Know who you are'],
  ['profile', 'See your name and picture'],
  ['email', 'See your email address'],
  ['phone', 'See your phone number'],
  ['offline_access', 'Stay signed in when you are away'],
  ['read:current_user', 'Read your account'],
  ['update:current_user_identities', 'Join accounts to yours, and take them apart'],
  ['create:current_user_metadata', 'Add to your settings'],
  ['update:current_user_metadata', 'Change your settings'],
  ['delete:current_user_metadata', 'Delete your settings'],
]);
