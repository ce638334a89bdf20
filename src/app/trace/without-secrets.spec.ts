import fc from 'fast-check';

import { personal } from './personal';
import { withheld, withoutSecrets } from './without-secrets';

const base64Url = (text: string): string => Buffer.from(text).toString('base64url');
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_';
const random = (length: number) =>
  fc
    .array(fc.constantFrom(...letters.split('')), { minLength: length, maxLength: length + 30 })
    .map((characters) => `a1B-${characters.join('')}`);

/** Tokens as a tenant makes them. */
const jwts = fc
  .record({ sub: fc.string(), exp: fc.nat(), signature: random(43) })
  .map(({ sub, exp, signature }) =>
    [
      base64Url('{"alg":"RS256","kid":"k"}'),
      base64Url(JSON.stringify({ sub, exp })),
      signature,
    ].join('.'),
  );

const secretFields = [
  'access_token',
  'id_token',
  'refreshToken',
  'code',
  'otp',
  'code_verifier',
  'password',
  'login_ticket',
  'link_with',
  'nonce',
];

describe('withoutSecrets', () => {
  it('lets no token through, wherever it stands', () => {
    fc.assert(
      fc.property(jwts, fc.string(), (token, text) => {
        const event = {
          reason: `${text} ${token} ${text}`,
          claims: { custom: personal('text', `{"t":"${token}"}`) },
          listed: [[token]],
        };

        expect(JSON.stringify(withoutSecrets(event))).not.toContain(token.split('.')[1]);
      }),
    );
  });

  it('lets no opaque token and no code through', () => {
    fc.assert(
      fc.property(random(40), (secret) => {
        expect(JSON.stringify(withoutSecrets({ reason: `seen ${secret}.` }))).not.toContain(secret);
      }),
    );
  });

  it.each(secretFields)('drops a field that is called %s, however short its value', (name) => {
    expect(withoutSecrets({ deep: [{ [name]: '1234', kept: 1 }] })).toEqual({
      deep: [{ kept: 1 }],
    });
  });

  it.each(['code', 'state', 'access_token', 'id_token', 'login_ticket', 'verification_code'])(
    'empties the parameter %s of an address',
    (name) => {
      const address = `https://a.example/callback?x=1&${name}=short&y=2`;

      expect(withoutSecrets({ address }).address).toBe(
        `https://a.example/callback?x=1&${name}=${withheld}&y=2`,
      );
    },
  );

  it('leaves everything else as it is', () => {
    const event = {
      kind: 'request',
      path: '/api/v2/users/{id}/identities/google-oauth2/{identity}',
      parameters: { id: personal('id', 'auth0|1fd9e31003bc63f898467e36') },
      status: 201,
      about: 'connection-Username-Password-Authentication',
      ended: null,
      isDone: true,
    };

    expect(withoutSecrets(event)).toEqual(event);
  });
});
