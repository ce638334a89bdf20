import type { PostLoginContext } from '../../actions/post-login-event.ts';
import { type HookResult, runPostLogin } from '../../actions/run-post-login.ts';
import { CallbackError } from '../../protocol/errors.ts';
import { redirect, type Reply } from '../../protocol/http.ts';
import { defined } from '../../protocol/json.ts';
import { secretId } from '../../protocol/random.ts';
import { lasting } from '../../state/expiring-map.ts';
import type { SignInRequest } from '../../state/sign-ins/sign-in-request.ts';
import { type PausedSignIn, sidOf } from '../../state/sign-ins/sign-ins.ts';
import type { Exchange, Moment } from '../../state/tenant-state.ts';
import { answer, type ProvedSignIn } from './answer.ts';
import { needsConsent } from './consent.ts';
import { deliverError } from './deliver.ts';
import { requireMembership } from './request/organization.ts';
import type { LiveSession } from './session/browser-session.ts';
import { pageQuery } from './session/transaction.ts';

const lifetimeMs = 3_600_000;

/** Answers a client out of a session: Actions run first, then consent is asked for, then the answer is given (contract §9). */
export function proceed(
  request: SignInRequest,
  live: LiveSession,
  exchange: Exchange,
): Promise<Reply> {
  return runHooks({ request, live }, undefined, exchange);
}

/** Goes on with a sign-in whose person is back from the page that an Action sent them to (contract §9). */
export function proceedAfterPage(
  { request, claims, hook = 0 }: PausedSignIn,
  { returnState, live }: { readonly returnState: string; readonly live: LiveSession },
  exchange: Exchange,
): Promise<Reply> {
  return runHooks({ request, live }, { hook, state: returnState, claims }, exchange);
}

async function runHooks(
  signIn: ProvedSignIn,
  back: Parameters<typeof runPostLogin>[1],
  exchange: Exchange,
): Promise<Reply> {
  try {
    const result = await runPostLogin(postLoginContext(signIn), back, exchange);

    return await afterHook(signIn, result, exchange);
  } catch (error) {
    if (error instanceof CallbackError) return deliverError(signIn.request.callback, error);
    throw error;
  }
}

async function afterHook(
  { request: signIn, live }: ProvedSignIn,
  { claims, redirect: page }: HookResult,
  moment: Moment,
): Promise<Reply> {
  const { state } = moment;
  const isSilent = signIn.prompts.includes('none');
  if (page !== undefined) {
    if (isSilent) throw new CallbackError('interaction_required', 'Interaction required');
    const { hook } = page;
    pause(page.state, { request: signIn, sessionId: live.id, hook, claims }, moment);

    return redirect(page.url);
  }
  // The hook may have linked the account, so whose session this is has to be asked again.
  const user = state.users.ownerOf(live.session.identity) ?? live.user;
  requireMembership(signIn, { user, connection: live.session.connection }, state);
  if (needsConsent(signIn, user, state)) {
    if (isSilent) throw new CallbackError('consent_required', 'Consent required');

    const id = secretId();
    pause(id, { request: signIn, sessionId: live.id, hook: undefined, claims }, moment);

    return redirect(`/u/consent?${pageQuery({ id, request: signIn }).toString()}`);
  }

  return answer({ request: signIn, live: { ...live, user } }, claims, moment);
}

function pause(id: string, paused: PausedSignIn, { state, nowMs }: Moment): void {
  state.signIns.paused.set(id, paused, lasting(lifetimeMs, nowMs));
}

function postLoginContext({
  request: signIn,
  live: { id, session, user },
}: ProvedSignIn): PostLoginContext {
  const { callback, responseTypes, prompts, scope, loginHint } = signIn;

  return {
    user,
    identity: session.identity,
    connection: session.connection,
    signedInAtMs: session.startedAtMs,
    sid: sidOf(id),
    client: callback.client,
    audience: signIn.audience,
    organization: signIn.organization,
    query: signIn.query,
    transaction: {
      protocol: responseTypes.includes('code') ? 'oidc-basic-profile' : 'oidc-implicit-profile',
      requested_scopes: scope,
      redirect_uri: callback.redirectUri,
      response_mode: callback.responseMode,
      response_type: responseTypes,
      ...defined({
        prompt: prompts.length > 0 ? prompts : undefined,
        state: callback.state,
        login_hint: loginHint,
      }),
    },
  };
}
