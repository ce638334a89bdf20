import { returnAddress } from './return-address';

describe('returnAddress', () => {
  it.each([
    '/account',
    '/account/link/google-oauth2',
    '/account/link/acme%20saml?auto=1#review',
    '/staging/trace',
  ])('SEC-32: keeps a page of its own: %s', (wanted) => {
    expect(returnAddress(wanted)).toBe(wanted);
  });

  it.each([
    '//evil.com',
    '//evil.com/account',
    '/\\evil.com/account',
    '\t//evil.com/account',
    '/\t/evil.com/account',
    'http://localhost:4200@evil.com/account',
    'https://portal.invalid@evil.com/account',
    'https:evil.com',
    '/%2f%2fevil.com',
    '/ok?x=1#y',
    'javascript:alert(1)',
    'data:text/html,x',
    '\u0000//evil.com/account',
    '/%5cevil.com',
    'https://xn--80ak6aa92e.com/account',
    'https://аррӏе.com/account',
    '/account/../../evil',
    '/accountant',
    '/callback?code=x&state=y',
    'http://[',
    '',
  ])('SEC-32: leads to the start instead of %j', (wanted) => {
    expect(returnAddress(wanted)).toBe('/account');
  });
});
