import { SecondarySession } from '../secondary/client/secondary-session';

/** A second sign-in that took so many seconds, and was proven by a token with these claims. */
export function sessionProving(claims: object, took = 5): SecondarySession {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const tokens = { idToken: `e30.${payload}.sig`, accessToken: 'second-access' };

  return new SecondarySession(tokens, took);
}
