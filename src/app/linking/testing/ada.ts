import type { Connection } from '../../identity/connection';
import { accountWith } from '../../identity/testing/accounts';
import { sessionProving } from '../../session/testing/secondary-session';

export const now = Date.UTC(2027, 0, 15, 8);
export const ada = accountWith('auth0|ada');
export const googleAda = accountWith('google-oauth2|115');
export const google: Connection = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'auto',
};

/** Somebody who has just proven their second account: Ada's at Google, if the claims do not say otherwise. */
export const proven = (claims: object = {}, tookMs?: number) =>
  sessionProving(
    {
      sub: googleAda.userId,
      iat: now / 1000,
      auth_time: now / 1000,
      email: 'ada@example.com',
      email_verified: true,
      ...claims,
    },
    tookMs,
  );
