import { OAuthError } from '../../../protocol/errors.ts';
import { isSameSecret } from '../../../protocol/same-secret.ts';
import type { Connection } from '../../../state/config/connection.ts';
import { lasting } from '../../../state/expiring-map.ts';
import { identityKey } from '../../../state/people/user.ts';
import type { Moment, TenantState } from '../../../state/tenant-state.ts';
import type { Proof } from '../finish.ts';

/** Ten wrong passwords in a row from one address shut the account to it, as at Auth0. */
const attemptsPerAccount = 10;
const thirtyDaysMs = 2_592_000_000;

interface PasswordAttempt {
  readonly connections: readonly Connection[];
  /** An e-mail address, or a user name where a connection has those. */
  readonly name: string;
  readonly password: string;
  readonly ip: string;
}

/** Auth0's answers to a password that does not count (contract §3.3, §4.4). */
const refusals = {
  wrong: { status: 403, error: undefined, description: 'Wrong email or password.' },
  tooMany: {
    status: 429,
    error: 'too_many_attempts',
    description:
      'Your account has been blocked after multiple consecutive login attempts. We’ve sent you an email with instructions on how to unblock it.',
  },
  leaked: {
    status: 401,
    error: 'password_leaked',
    description:
      'This login attempt has been blocked because the password you’re using was previously disclosed through a data breach (not in this application).',
  },
} as const;

export type PasswordRefusal = keyof typeof refusals;

/** Makes the error of a refused password. A wrong one has another code at each endpoint (contract §3.3, §4.4). */
export function passwordError(
  refusal: PasswordRefusal,
  wrong: 'invalid_grant' | 'access_denied',
): OAuthError {
  const { status, error = wrong, description } = refusals[refusal];

  return new OAuthError(status, error, description);
}

/**
 * Finds whose password it is, at the first of the connections that knows the name. A refusal is the result and not
 * thrown; wrong passwords are counted for each account and network address (contract §3.3, §4.4).
 */
export function checkPassword(
  { connections, name, password, ip }: PasswordAttempt,
  { state, nowMs }: Moment,
): Proof | PasswordRefusal {
  const candidates = connections.flatMap((connection) => find(connection, name, state) ?? []);
  for (const { proof, isProtected } of candidates) {
    const key = `${identityKey(proof.identity)} ${ip}`;
    const failures = state.limits.failedPasswords.get(key, nowMs) ?? 0;
    const about = { user: proof.user, ip };
    if (isProtected && failures >= attemptsPerAccount) {
      state.log.append({ type: 'limit_wc', ...about }, nowMs);

      return 'tooMany';
    }
    if (isSameSecret(proof.identity.password, password)) {
      state.limits.failedPasswords.delete(key);
      if (proof.identity.password_leaked !== true) return proof;
      // Right, and known to whoever reads lists of leaked passwords: only a new one opens the account.
      state.log.append({ type: 'pwd_leak', ...about }, nowMs);

      return 'leaked';
    }
    state.limits.failedPasswords.set(key, failures + 1, lasting(thirtyDaysMs, nowMs));
    state.log.append({ type: 'fp', ...about }, nowMs);
  }
  if (candidates.length === 0) state.log.append({ type: 'fu', ip }, nowMs);

  return 'wrong';
}

function find(
  { name: connection, options }: Connection,
  name: string,
  state: TenantState,
): { readonly proof: Proof; readonly isProtected: boolean } | undefined {
  const proof =
    state.users.findByEmail(connection, name) ??
    (options.requires_username === true ? state.users.findByUsername(connection, name) : undefined);

  return proof && { proof, isProtected: options.brute_force_protection !== false };
}
