import { curlOf } from './curl';
import { masking, revealed } from './masking';
import { personal } from './personal';
import type { RequestEvent } from './trace-event';

const link: RequestEvent = {
  kind: 'request',
  method: 'POST',
  origin: 'https://acme.eu.auth0.com',
  path: '/api/v2/users/{id}/identities',
  parameters: { id: personal('id', 'auth0|ada') },
  sends: ['link_with'],
  status: 201,
  duration: 12,
};

describe('curlOf', () => {
  it('is the request, with names in the place of tokens and of whom it is about', () => {
    expect(curlOf(link, masking())).toBe(
      [
        'curl -sS -X POST "https://acme.eu.auth0.com/api/v2/users/$ID/identities" \\',
        '  -H "Authorization: Bearer $ACCESS_TOKEN" \\',
        '  -H "Content-Type: application/json" \\',
        '  -d "{\\"link_with\\":\\"$LINK_WITH\\"}"',
      ].join('\n'),
    );
  });

  it('names the account where it is revealed', () => {
    expect(curlOf(link, revealed)).toContain('/users/auth0%7Cada/identities');
  });

  it('sends no token to what takes none', () => {
    const discovery = { ...link, method: 'GET', path: '/.well-known/jwks.json', sends: [] };

    expect(curlOf({ ...discovery, parameters: {} }, revealed)).toBe(
      'curl -sS -X GET "https://acme.eu.auth0.com/.well-known/jwks.json"',
    );
  });
});
