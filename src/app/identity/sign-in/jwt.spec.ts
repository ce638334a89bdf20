import { decodeJwt, jwtClaims } from './jwt';

const base64Url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');
const tokenOf = (payload: string): string =>
  `${base64Url('{"alg":"RS256"}')}.${base64Url(payload)}.sig`;

describe('decodeJwt', () => {
  it('takes the header and the claims apart', () => {
    const token = decodeJwt(tokenOf('{"sub":"auth0|ada"}'));

    expect([...(token?.header ?? [])]).toEqual([['alg', 'RS256']]);
    expect([...(token?.claims ?? [])]).toEqual([['sub', 'auth0|ada']]);
  });
});

describe('jwtClaims', () => {
  it('reads every claim', () => {
    const claims = jwtClaims(
      tokenOf('{"sub":"auth0|ada","auth_time":1800000000,"email_verified":true}'),
    );

    expect([...claims]).toEqual([
      ['sub', 'auth0|ada'],
      ['auth_time', 1_800_000_000],
      ['email_verified', true],
    ]);
  });

  it.each(['Zoë', 'Лавлейс', '愛達', '🦉', '\u00FF\u00FE\u00FB?>~'])('reads UTF-8: %s', (name) => {
    expect(jwtClaims(tokenOf(JSON.stringify({ name }))).get('name')).toBe(name);
  });

  it.each(['{"a":1}', '{"a":12}', '{"a":123}', '{"a":1234}'])(
    'reads a payload of any length, without padding: %s',
    (payload) => {
      expect(jwtClaims(tokenOf(payload)).has('a')).toBe(true);
    },
  );

  it.each([
    ['nothing', ''],
    ['one part', 'abc'],
    ['an empty payload', 'abc..sig'],
    ['a payload that is not base64url', 'abc.%%%.sig'],
    ['a payload that is not JSON', tokenOf('sub=ada')],
    ['half of a JSON', tokenOf('{"sub":')],
    ['a JSON null', tokenOf('null')],
    ['a JSON text', tokenOf('"auth0|ada"')],
    ['a JSON number', tokenOf('7')],
    ['a JSON list', tokenOf('["auth0|ada"]')],
    ['a header that is a JSON list', `${base64Url('[]')}.${base64Url('{"sub":"auth0|ada"}')}.sig`],
    ['a header that is not JSON', `abc.${base64Url('{"sub":"auth0|ada"}')}.sig`],
    ['an empty header', `.${base64Url('{"sub":"auth0|ada"}')}.sig`],
  ])('finds no token in %s', (_case, token) => {
    expect(decodeJwt(token)).toBeUndefined();
    expect(jwtClaims(token).size).toBe(0);
  });

  it('takes no claim from what an object inherits', () => {
    const claims = jwtClaims(tokenOf('{"__proto__":{"email_verified":true,"sub":"auth0|eve"}}'));

    expect(claims.get('email_verified')).toBeUndefined();
    expect(claims.get('sub')).toBeUndefined();
    expect(claims.get('constructor')).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty('email_verified');
  });
});
