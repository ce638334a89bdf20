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
  format: 'json',
  sends: [{ name: 'link_with', isText: true }],
  status: 201,
  durationMs: 12,
};

const textOf = (event: Partial<RequestEvent>, write = revealed) =>
  curlOf({ ...link, ...event }, write).text;

describe('curlOf', () => {
  it('is the request, with names in the place of tokens and of whom it is about', () => {
    expect(curlOf(link, masking())).toEqual({
      text: [
        'curl -sS -X POST "https://acme.eu.auth0.com/api/v2/users/$ID/identities" \\',
        '  -H "Authorization: Bearer $ACCESS_TOKEN" \\',
        '  -H "Content-Type: application/json" \\',
        '  --data-raw "{\\"link_with\\":\\"$LINK_WITH\\"}"',
      ].join('\n'),
      variables: [
        { name: 'ID', form: 'percent' },
        { name: 'ACCESS_TOKEN', form: 'plain' },
        { name: 'LINK_WITH', form: 'insideJson' },
      ],
    });
  });

  it('puts what is no text into no quotes', () => {
    const settings = {
      ...link,
      method: 'PATCH',
      sends: [{ name: 'user_metadata', isText: false }],
    };

    expect(textOf(settings)).toContain('--data-raw "{\\"user_metadata\\":$USER_METADATA}"');
    expect(curlOf(settings, revealed).variables).toContainEqual({
      name: 'USER_METADATA',
      form: 'json',
    });
  });

  it('sends a form as one', () => {
    const sends = [{ name: 'grant_type', isText: true }];

    expect(textOf({ path: '/oauth/token', parameters: {}, format: 'form', sends })).toBe(
      [
        'curl -sS -X POST "https://acme.eu.auth0.com/oauth/token" \\',
        '  --data-urlencode "grant_type=$GRANT_TYPE"',
      ].join('\n'),
    );
  });

  it('leaves a place for a body that nobody has seen', () => {
    expect(textOf({ path: '/oauth/token', format: 'form', sends: [] })).toContain(
      '--data-raw "$BODY"',
    );
  });

  it('names the account where it is revealed, with nothing in it that a shell would expand', () => {
    expect(textOf({})).toContain('/users/auth0%7Cada/identities');
    const id = personal('id', 'auth0|!$HOME`id`$&"\'');

    expect(textOf({ parameters: { id } })).toContain(
      '/users/auth0%7C%21%24HOME%60id%60%24%26%22%27/identities',
    );
  });

  it('sends no token to what takes none', () => {
    const discovery: RequestEvent = {
      kind: 'request',
      method: 'GET',
      origin: link.origin,
      path: '/.well-known/jwks.json',
      parameters: {},
      sends: [],
      status: 200,
      durationMs: 12,
    };

    expect(curlOf(discovery, revealed)).toEqual({
      text: 'curl -sS -X GET "https://acme.eu.auth0.com/.well-known/jwks.json"',
      variables: [],
    });
  });
});
