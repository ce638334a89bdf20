import { lockAddress, lockRequestIn } from './lock-request';

const asked = {
  connection: 'google-oauth2',
  scope: 'openid profile',
  audience: 'https://acme.example/api/v2/',
  state: 'c3RhdGU==',
  nonce: 'n+/=',
  code_challenge: 'challenge',
  code_challenge_method: 'S256',
  max_age: '0',
};
const authorizeUrl = (more: Record<string, string> = {}): string =>
  `https://acme.example/authorize?${new URLSearchParams({ ...asked, ...more }).toString()}`;

describe('the request that Lock carries', () => {
  it('is the SDK’s own, byte for byte', () => {
    expect(lockRequestIn(new URL(lockAddress(authorizeUrl())).hash)).toEqual(asked);
  });

  it('says which language the person reads, where the SDK’s own does', () => {
    const request = lockRequestIn(new URL(lockAddress(authorizeUrl({ ui_locales: 'ar' }))).hash);

    expect(request).toEqual({ ...asked, ui_locales: 'ar' });
  });

  it('is in the fragment of a page of this origin, so that no server sees it', () => {
    const { origin, pathname, search } = new URL(lockAddress(authorizeUrl()));

    expect([origin, pathname, search]).toEqual(['http://localhost', '/lock', '']);
  });

  it('says nothing of where the answer goes, or in what form', () => {
    const address = lockAddress(
      authorizeUrl({ redirect_uri: 'https://evil.example', response_mode: 'fragment' }),
    );

    expect(decodeURIComponent(address)).not.toMatch(/evil|response_mode|redirect_uri/);
  });

  it.each(Object.keys(asked))('is none without %s', (name) => {
    const rest = Object.entries(asked).filter(([other]) => other !== name);

    expect(lockRequestIn(`#${new URLSearchParams(rest).toString()}`)).toBeUndefined();
  });

  it('is none where there is no fragment', () => {
    expect(lockRequestIn('')).toBeUndefined();
  });
});
