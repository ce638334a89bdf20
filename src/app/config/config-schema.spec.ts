import { parseConfig } from './parse-config';

const setUp = (returnAddresses: readonly string[]) =>
  parseConfig(
    JSON.stringify({
      tenant: {
        domain: 'acme.eu.auth0.com',
        clientId: 'client',
        audience: 'https://acme.eu.auth0.com/api/v2/',
      },
      connections: [{ name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' }],
      returnAddresses,
    }),
  );

describe('the pages that a link may return to', () => {
  it('are compared as a browser writes them', () => {
    expect(setUp(['https://Shop.example', 'http://localhost:4300/linked'])).toMatchObject({
      ok: true,
      config: { returnAddresses: ['https://shop.example/', 'http://localhost:4300/linked'] },
    });
  });

  it.each([
    ['a path alone', '/linked'],
    ['no encryption', 'http://shop.example/linked'],
    ['a query', 'https://shop.example/linked?a=b'],
    ['a fragment', 'https://shop.example/linked#'],
    ['a star', 'https://shop.example/*'],
    ['somebody’s name', 'https://me@shop.example/'],
    ['no host', 'https://'],
  ])('are none with %s', (_what, address) => {
    expect(setUp([address])).toMatchObject({
      ok: false,
      failure: { problems: [{ path: 'returnAddresses.0' }] },
    });
  });
});
