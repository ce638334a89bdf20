import { requestTemplate } from './request-template';

const base = 'https://acme.eu.auth0.com';

describe('requestTemplate', () => {
  it.each([
    ['/api/v2/users/auth0%7Cada', '/api/v2/users/{id}', ['auth0|ada']],
    ['/api/v2/users/auth0%7Cada/identities', '/api/v2/users/{id}/identities', ['auth0|ada']],
    [
      '/api/v2/users/auth0%7Cada/identities/google-oauth2/123',
      '/api/v2/users/{id}/identities/google-oauth2/{identity}',
      ['auth0|ada', '123'],
    ],
    ['/.well-known/jwks.json', '/.well-known/jwks.json', []],
  ])('names what tells about a person: %s', (path, template, values) => {
    const { origin, path: seen, parameters } = requestTemplate(`${base}${path}?include=x`);

    expect(origin).toBe(base);
    expect(seen).toBe(template);
    expect(Object.values(parameters).map(({ value }) => value)).toEqual(values);
  });
});
