import { ManagementError } from '../../protocol/errors.ts';
import type { Moment } from '../../state/exchange.ts';

/**
 * Whom a `link_with` token proves. It must be an ID token of this tenant, alive, and meant for the
 * very client that calls; the checks run in the order of contract §11, in the words of §6.5.
 */
export async function readLinkToken(
  token: string,
  azp: string,
  { state, nowMs }: Moment,
): Promise<string> {
  const reading = await state.signer.read(token);
  if ('fault' in reading) {
    throw refused(
      reading.fault === 'algorithm'
        ? 'JWT (link_with) must have an alg of RS256.'
        : 'Invalid token (link_with).',
    );
  }
  const { iss, exp, aud, sub } = reading.claims;
  if (iss !== state.issuer) {
    throw refused('JWT (link_with) must have the same issuer as the calling user.');
  }
  if (typeof exp !== 'number' || nowMs >= exp * 1000) throw refused('Invalid token (link_with).');
  if (typeof aud !== 'string') throw refused('JWT (link_with) contains an invalid aud claim.');
  if (aud !== azp) {
    throw refused(
      "JWT (link_with) must have an aud claim that matches that of the calling token's azp.",
    );
  }
  if (sub === undefined) throw refused('JWT (link_with) must contains sub claim.');
  if (typeof sub !== 'string' || !sub.includes('|')) {
    throw refused('JWT (link_with) contains an invalid sub claim.');
  }

  return sub;
}

function refused(message: string): ManagementError {
  return new ManagementError(400, message);
}
