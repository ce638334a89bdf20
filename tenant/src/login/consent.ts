import { CallbackError, PageError } from '../protocol/errors.ts';
import { parameter, type Reply, typedField } from '../protocol/http.ts';
import { accountLabel } from '../state/people/user.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { shownName } from '../ui/shown-name.ts';
import { chooseTexts } from '../ui/texts/choose-texts.ts';
import { answer } from './flow/answer.ts';
import { recordConsent, scopeOf } from './flow/consent.ts';
import { deliverError } from './flow/deliver.ts';
import { findPausedSignIn } from './flow/paused-sign-in.ts';
import { pageQuery } from './flow/session/transaction.ts';

/** Answers `GET /u/consent`: asks whether a client may act for a person, and says what it would do (contract §0). */
export function consentPage(exchange: Exchange): Reply {
  const id = parameter(exchange.request.query, 'state') ?? '';
  const { paused, live } = findPausedSignIn(id, 'consent', exchange);
  const { client, redirectUri } = paused.request.callback;
  const scope = scopeOf(paused.request, live.user, exchange.state);
  const account = shownName(accountLabel(live.user.identities[0]));

  const texts = chooseTexts(exchange.request, exchange.state);
  const words = texts.consent;
  const meanings = new Map(Object.entries(words.scopes));

  return page({
    texts,
    title: words.title(client.name),
    leadsTo: redirectUri,
    lead: words.lead(account, client.name),
    main: html`<ul class="scopes" aria-label="${words.list}">
        ${scope.map((name) => html`<li>${meanings.get(name) ?? name}</li> `)}
      </ul>
      <form
        method="post"
        action="/u/consent?${pageQuery({ id, request: paused.request }).toString()}"
      >
        <button class="primary" name="answer" value="accept">${words.accept}</button>
        <button class="quiet" name="answer" value="decline">${words.decline}</button>
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
    throw new PageError(400, 'noAnswer');
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
