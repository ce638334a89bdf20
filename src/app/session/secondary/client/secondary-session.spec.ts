import { firstValueFrom } from 'rxjs';

import { refusalOf } from '../../../identity/sign-in/second-account';
import { SecondarySession } from './secondary-session';

const issuedAt = 1_800_000_000;
/** How long the person took to sign in, in seconds. */
const took = 120;
const primary = {
  userId: 'auth0|ada',
  profile: {},
  identities: [{ provider: 'auth0', userId: 'ada', connection: 'Users', profile: {} }],
  settings: new Map(),
  hasAppMetadata: false,
} as const;

function setUp(payload: string) {
  const encoded = Buffer.from(payload).toString('base64url');

  return new SecondarySession(
    { idToken: `e30.${encoded}.sig`, accessToken: 'access' },
    took * 1000,
  );
}

const google = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'auto',
} as const;

const refusal = (session: SecondarySession) =>
  refusalOf(session.claims, {
    primary,
    connection: google,
    policy: { requireVerifiedEmail: true, trustedEmailConnections: [] },
    tookMs: session.tookMs,
  });

const address = '"email":"ada@example.com"';
const verified = `${address},"email_verified":true`;
const fresh = `"sub":"google-oauth2|115","iat":${issuedAt},"auth_time":${issuedAt}`;

describe('SecondarySession', () => {
  it('says who signed in, when, and whether the e-mail address is verified', () => {
    expect(setUp(`{${fresh},${verified}}`).claims).toEqual({
      subject: 'google-oauth2|115',
      issuedAtMs: issuedAt * 1000,
      authenticatedAtMs: issuedAt * 1000,
      email: 'verified',
      expiresAtMs: NaN,
    });
  });

  it.each([
    ['false', '"email_verified":false'],
    ['the text "true"', '"email_verified":"true"'],
    ['the number 1', '"email_verified":1'],
    ['null', '"email_verified":null'],
    ['absent', '"name":"Ada"'],
    ['inherited', '"__proto__":{"email_verified":true}'],
    ['inherited deeper', '"constructor":{"prototype":{"email_verified":true}}'],
  ])('SEC-14: an e-mail address whose email_verified is %s is refused', (_case, claim) => {
    expect(refusal(setUp(`{${fresh},${address},${claim}}`))).toBe('email-unverified');
  });

  it.each([
    ['absent', ''],
    ['a text', `,"auth_time":"${issuedAt}"`],
    ['null', ',"auth_time":null'],
    ['from more than a minute before it began', `,"auth_time":${issuedAt - took - 61}`],
  ])('SEC-09: a sign-in whose auth_time is %s is refused', (_case, claim) => {
    const session = setUp(`{"sub":"google-oauth2|115","iat":${issuedAt},${verified}${claim}}`);

    expect(refusal(session)).toBe('not-fresh');
  });

  it('an account without an e-mail address is not asked to have it verified', () => {
    expect(refusal(setUp(`{${fresh}}`))).toBeUndefined();
  });

  it('SEC-09: a sign-in that was made while the window was open is taken', () => {
    const claims = `"sub":"google-oauth2|115","iat":${issuedAt},${verified}`;

    expect(refusal(setUp(`{${claims},"auth_time":${issuedAt - took}}`))).toBeUndefined();
  });

  it('that was the opening of a link is as fresh as its token, and stays who it is', async () => {
    const claims = `"sub":"email|1","iat":${issuedAt},${verified}`;
    const proven = setUp(`{${claims}}`).provenByLink();

    expect(refusal(proven)).toBeUndefined();
    expect(proven).toMatchObject({
      tookMs: took * 1000,
      claims: { subject: 'email|1', authenticatedAtMs: issuedAt * 1000 },
    });
    await expect(firstValueFrom(proven.accessToken())).resolves.toBe('access');
  });

  it('SEC-09: that was the opening of a link is no fresher than it says', () => {
    const stale = `"sub":"email|1","iat":${issuedAt},"auth_time":${issuedAt - took - 61}`;
    const proven = setUp(`{${stale},${verified}}`).provenByLink();

    expect(refusal(proven)).toBe('not-fresh');
  });

  it('gives its own access token for reading, and its ID token for the link alone', async () => {
    const session = setUp(`{${fresh}}`);

    await expect(firstValueFrom(session.accessToken())).resolves.toBe('access');
    expect(session.linkCredential()).toMatch(/^e30\./);
  });

  it('shows no token to whoever prints or stores it', () => {
    const session = setUp(`{${fresh}}`);
    const written = JSON.stringify([session, Object.entries(session)]);

    expect(written).not.toContain('access"');
    expect(written).not.toContain('e30.');
  });
});
