import { GenericError, TimeoutError } from '@auth0/auth0-spa-js';

import { SessionError } from './session-error';

describe('SessionError', () => {
  it.each<[string, unknown, string]>([
    ['an answer of the tenant', new GenericError('invalid_grant', 'Call 0900'), 'signed-out'],
    ['a session that has ended', new GenericError('login_required', 'no'), 'signed-out'],
    ['a missing refresh token', new GenericError('missing_refresh_token', 'no'), 'signed-out'],
    ['no network', new TypeError('Failed to fetch'), 'offline'],
    ['the SDK’s word for no network', new GenericError('request_error', 'x'), 'offline'],
    ['an answer that did not come', new TimeoutError(), 'offline'],
    ['nothing that is known', undefined, 'offline'],
  ])('names %s', (_case, cause, code) => {
    expect(SessionError.from(cause)).toMatchObject({ code, cause });
  });

  it('does not wrap itself', () => {
    const error = new SessionError('offline');

    expect(SessionError.from(error)).toBe(error);
  });

  it('says nothing of what the tenant said', () => {
    const cause = new GenericError('invalid_grant', 'Call 0900 1234');

    expect(SessionError.from(cause).message).not.toContain('0900');
  });
});
