import { issueAtAuthorize } from '../../oauth/tokens/issue.ts';
import type { Reply } from '../../protocol/http.ts';
import { secretId } from '../../protocol/random.ts';
import { lasting } from '../../state/expiring-map.ts';
import type { Authorization, CustomClaims } from '../../state/grants.ts';
import type { SignInRequest } from '../../state/sign-ins/sign-in-request.ts';
import { sidOf } from '../../state/sign-ins/sign-ins.ts';
import type { Moment } from '../../state/tenant-state.ts';
import { type Answer, deliver } from './deliver.ts';
import type { LiveSession } from './session/browser-session.ts';

/** A code has to be exchanged within a minute (security rules of the tenant). */
const codeLifetimeMs = 60_000;

/** What a client asked for, and the session that its person is signed in by. */
export interface ProvedSignIn {
  readonly request: SignInRequest;
  readonly live: LiveSession;
}

/** Gives the client what it asked for: a code, tokens, or both (contract §2.2). */
export async function answer(
  { request, live: { id, session, user } }: ProvedSignIn,
  claims: CustomClaims,
  moment: Moment,
): Promise<Reply> {
  const authorization: Authorization = {
    clientId: request.callback.client.client_id,
    identity: session.identity,
    scope: request.scope,
    audience: request.audience,
    nonce: request.nonce,
    organization: request.organization,
    sid: sidOf(id),
    signedInAtMs: session.startedAtMs,
    tellsSignInTime: request.prompts.includes('login') || request.maxAgeMs !== undefined,
    claims,
    dpopKey: request.dpopKey,
  };
  const code = request.responseTypes.includes('code')
    ? createCode(request, authorization, moment)
    : undefined;
  const tokens = await issueAtAuthorize({ request, user, authorization, code }, moment);
  const outcome: Answer = { ...(code !== undefined && { code }), ...tokens };

  return deliver(request.callback, outcome);
}

function createCode(
  { callback, codeChallenge }: SignInRequest,
  authorization: Authorization,
  { state, nowMs }: Moment,
): string {
  const code = secretId();
  const { redirectUri } = callback;
  state.grants.codes.set(
    code,
    { authorization, redirectUri, codeChallenge },
    lasting(codeLifetimeMs, nowMs),
  );

  return code;
}
