import { SecondarySession } from '../secondary/client/secondary-session';

/** A second sign-in that took so many milliseconds, and was proven by a token with these claims. */
export function sessionProving(claims: object, tookMs = 5000): SecondarySession {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const tokens = { idToken: `e30.${payload}.sig`, accessToken: 'second-access' };

  return new SecondarySession(tokens, tookMs);
}
