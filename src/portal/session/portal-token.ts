import { firstValueFrom, type Observable } from 'rxjs';

import { jwtClaims } from '../../app/identity/sign-in/jwt';
import type { SessionState } from '../../app/session/primary/session-state';

/** What the SDK or a tenant answers where a session gives no token for an audience without the person. */
const needsThePerson: ReadonlySet<unknown> = new Set([
  'missing_refresh_token',
  'missing_scopes',
  'consent_required',
  'interaction_required',
  'mfa_required',
]);

/**
 * Judges somebody who is signed in to the portal by their token for our audience: where there is none, they sign in once
 * more; where it is refused, their session has ended. Trouble on the way says nothing against them.
 */
export async function withToken(
  state: Extract<SessionState, { status: 'signedIn' }>,
  token$: Observable<string | undefined>,
): Promise<SessionState> {
  const { user } = state;
  const without: SessionState = { status: 'signedOut', expected: user, problem: 'not-asked' };
  try {
    const token = await firstValueFrom(token$);
    if (token === undefined) return without;
    const subject = jwtClaims(token).get('sub');

    return subject === user.subject || subject === user.successor?.subject
      ? state
      : { status: 'signedOut', expected: user };
  } catch (cause) {
    const error = cause instanceof Error && 'error' in cause ? cause.error : undefined;
    if (needsThePerson.has(error)) return without;

    return ended.has(error) ? { status: 'signedOut', expected: user } : state;
  }
}

/** What a tenant answers where a session is over. */
const ended: ReadonlySet<unknown> = new Set(['invalid_grant', 'login_required']);
