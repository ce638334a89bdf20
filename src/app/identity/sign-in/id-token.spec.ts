import type { IdTokenDefect } from '../failure';
import { idTokenDefect, type ExpectedIdToken } from './id-token';
import { decodeJwt } from './jwt';

const now = 1_800_000_000;
const expected: ExpectedIdToken = {
  issuer: 'https://acme.example/',
  clientId: 'client',
  nowMs: now * 1000,
};
const good = {
  iss: 'https://acme.example/',
  aud: 'client',
  sub: 'google-oauth2|115',
  iat: now - 5,
  exp: now + 36_000,
};

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

function setUp({
  claims = {},
  header = { alg: 'RS256' },
  sent = {},
}: { claims?: object; header?: object; sent?: Partial<ExpectedIdToken> } = {}) {
  const token = `${encoded(header)}.${encoded({ ...good, ...claims })}.sig`;

  return idTokenDefect(decodeJwt(token), { ...expected, ...sent });
}

describe('idTokenDefect', () => {
  it('finds nothing wrong with a token of this tenant, for this application, from now', () => {
    expect(setUp()).toBeUndefined();
  });

  it.each<[string, object]>([
    ['this application is the one audience of a list', { aud: ['client'] }],
    ['it names this application as the party', { azp: 'client' }],
    ['its clock is a minute ahead of ours', { iat: now + 60 }],
    ['it expired a minute ago', { exp: now - 60 }],
    ['it is of a company', { sub: 'samlp|acme|ada@example.com' }],
    ['it is of the longest id', { sub: `auth0|${'x'.repeat(255)}` }],
  ])('finds nothing wrong when %s', (_case, claims) => {
    expect(setUp({ claims })).toBeUndefined();
  });

  it('SEC-08: finds nothing to believe in what is no token', () => {
    expect(idTokenDefect(decodeJwt('e30'), expected)).toBe('unreadable-token');
  });

  it.each([{ alg: 'none' }, { alg: 'HS256' }, { alg: 'rs256' }, { alg: ['RS256'] }, {}])(
    'SEC-08: refuses the header %j',
    (header) => {
      expect(setUp({ header })).toBe('wrong-algorithm');
    },
  );

  it.each<[IdTokenDefect, object]>([
    ['wrong-issuer', { iss: 'https://evil.example/' }],
    ['wrong-issuer', { iss: 'https://acme.example' }],
    ['wrong-issuer', { iss: 'https://acme.example.evil.com/' }],
    ['wrong-issuer', { iss: undefined }],
    ['wrong-issuer', { iss: ['https://acme.example/'] }],
    ['wrong-audience', { aud: 'another' }],
    ['wrong-audience', { aud: undefined }],
    ['wrong-audience', { aud: [] }],
    ['wrong-audience', { aud: ['client', 'another'], azp: 'client' }],
    ['wrong-audience', { aud: [['client']] }],
    ['wrong-audience', { azp: 'another' }],
    ['wrong-audience', { azp: '' }],
    ['wrong-audience', { azp: ['client'] }],
    ['expired-token', { exp: now - 61 }],
    ['expired-token', { exp: String(now + 36_000) }],
    ['expired-token', { exp: undefined }],
    ['expired-token', { exp: null }],
    ['token-from-the-future', { iat: now + 61 }],
    ['token-from-the-future', { iat: String(now) }],
    ['token-from-the-future', { iat: undefined }],
    ['no-subject', { sub: undefined }],
    ['no-subject', { sub: '' }],
    ['no-subject', { sub: 7 }],
    ['no-subject', { sub: ['auth0|ada'] }],
    ['no-subject', { sub: 'ada' }],
    ['no-subject', { sub: '|ada' }],
    ['no-subject', { sub: 'auth0|' }],
    ['no-subject', { sub: '../clients|ada' }],
    ['no-subject', { sub: 'auth0|ada\nauth0|eve' }],
    ['no-subject', { sub: `auth0|${'x'.repeat(256)}` }],
  ])('SEC-08: calls it %s when a claim is %j', (defect, claims) => {
    expect(setUp({ claims })).toBe(defect);
  });

  it.each(['another', '', undefined, ['sent']])(
    'SEC-08: refuses the nonce %j where one was sent',
    (nonce) => {
      expect(setUp({ claims: { nonce }, sent: { nonce: 'sent' } })).toBe('wrong-nonce');
    },
  );

  it('accepts the nonce that was sent, and asks for none where the SDK has kept it', () => {
    expect(setUp({ claims: { nonce: 'sent' }, sent: { nonce: 'sent' } })).toBeUndefined();
    expect(setUp({ claims: { nonce: 'any' } })).toBeUndefined();
  });

  it('takes no claim from what an object inherits', () => {
    const payload = `{"__proto__":${JSON.stringify(good)}}`;
    const token = `${encoded({ alg: 'RS256' })}.${Buffer.from(payload).toString('base64url')}.sig`;

    expect(idTokenDefect(decodeJwt(token), expected)).toBe('wrong-issuer');
  });

  it('REL-26: judges time by the clock that it is given', () => {
    expect(setUp({ sent: { nowMs: (now + 86_400) * 1000 } })).toBe('expired-token');
    expect(setUp({ sent: { nowMs: (now - 86_400) * 1000 } })).toBe('token-from-the-future');
  });
});
