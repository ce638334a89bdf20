import type { HookOccasion } from '../hook/post-login-event.ts';
import { type HookResult, runPostLogin } from '../hook/run-post-login.ts';
import { CallbackError } from '../protocol/errors.ts';
import { redirect, type Reply } from '../protocol/reply.ts';
import type { TenantRequest } from '../protocol/request.ts';
import { defined } from '../state/defined.ts';
import type { CustomClaims } from '../state/grants.ts';
import type { HaltedSignIn } from '../state/halted-sign-in.ts';
import { secretId } from '../state/random.ts';
import { sidOf } from '../state/session.ts';
import type { SignInRequest } from '../state/sign-in-request.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { answer } from './answer.ts';
import type { LiveSession } from './browser-session.ts';
import { needsConsent } from './consent.ts';
import { deliverError } from './deliver.ts';
import { requireMembership } from './organization.ts';

const hour = 3_600_000;

/** From a session to the client's answer: the hook first, then consent, then what was asked for. */
export async function proceed(
  signIn: SignInRequest,
  live: LiveSession,
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  return answering(signIn, async () => {
    const result = await runPostLogin(occasionOf(signIn, live), undefined, request, state, now);

    return afterHook(signIn, live, result, state, now);
  });
}

/** Goes on with somebody who is back from a hook's page. */
export async function proceedAfterPage(
  { request: signIn, claims, hook = 0 }: HaltedSignIn,
  returnState: string,
  live: LiveSession,
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const back = { hook, state: returnState, claims };

  return answering(signIn, async () => {
    const result = await runPostLogin(occasionOf(signIn, live), back, request, state, now);

    return afterHook(signIn, live, result, state, now);
  });
}

async function answering(signIn: SignInRequest, run: () => Promise<Reply>): Promise<Reply> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CallbackError) return deliverError(signIn.callback, error);
    throw error;
  }
}

async function afterHook(
  signIn: SignInRequest,
  live: LiveSession,
  { claims, redirect: page }: HookResult,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const isSilent = signIn.prompts.includes('none');
  if (page !== undefined) {
    if (isSilent) throw new CallbackError('interaction_required', 'Interaction required');
    const { hook } = page;
    halt(page.state, { request: signIn, sessionId: live.id, hook, claims }, state, now);

    return redirect(page.url);
  }
  // The hook may have linked the account, so whose session this is has to be asked again.
  const user = state.users.ownerOf(live.session.identity) ?? live.user;
  requireMembership(signIn, user, live.session.connection, state);
  if (needsConsent(signIn, user, state)) {
    if (isSilent) throw new CallbackError('consent_required', 'Consent required');

    return askForConsent(signIn, live, claims, state, now);
  }

  return answer(signIn, { ...live, user }, claims, state, now);
}

function askForConsent(
  request: SignInRequest,
  { id: sessionId }: LiveSession,
  claims: CustomClaims,
  state: TenantState,
  now: number,
): Reply {
  const id = secretId();
  halt(id, { request, sessionId, hook: undefined, claims }, state, now);

  return redirect(`/u/consent?state=${id}`);
}

function halt(id: string, halted: HaltedSignIn, state: TenantState, now: number): void {
  state.haltedSignIns.set(id, halted, now, now + hour);
}

function occasionOf(signIn: SignInRequest, { id, session, user }: LiveSession): HookOccasion {
  const { callback, responseTypes, prompts, scope, loginHint } = signIn;

  return {
    user,
    identity: session.identity,
    connection: session.connection,
    signedInAt: session.startedAt,
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
