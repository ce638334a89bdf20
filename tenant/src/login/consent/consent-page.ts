import type { Reply } from '../../protocol/reply.ts';
import { accountLabel, type User } from '../../state/people/user.ts';
import type { SignInRequest } from '../../state/sign-ins/sign-in-request.ts';
import { html } from '../../ui/html.ts';
import { page } from '../../ui/layout.ts';
import { shownName } from '../../ui/shown-name.ts';

interface ConsentQuestion {
  readonly id: string;
  readonly request: SignInRequest;
  readonly user: User;
  readonly scope: readonly string[];
}

/** Asks whether a client may act for a person, and says what it would do (contract §0). */
export function consentPage({ id, request, user, scope }: ConsentQuestion): Reply {
  const { client, redirectUri } = request.callback;

  return page({
    title: `Authorize ${client.name}`,
    leadsTo: redirectUri,
    main: html`<h1>Authorize ${client.name}</h1>
      <p class="lead">
        You are signed in as <strong>${shownName(accountLabel(user.identities[0]))}</strong>.
        ${client.name} asks to:
      </p>
      <ul class="scopes" aria-label="What it asks for">
        ${scope.map((name) => html`<li>${meanings.get(name) ?? name}</li> `)}
      </ul>
      <form method="post" action="/u/consent?state=${id}">
        <button class="primary" name="answer" value="accept">Accept</button>
        <button class="quiet" name="answer" value="decline">Decline</button>
      </form>`,
  });
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
