import { AuthenticationError, GenericError, TimeoutError } from '@auth0/auth0-spa-js';

import { SignInError } from './sign-in-error';

describe('SignInError', () => {
  it.each<[string, unknown, string]>([
    ['a refusal', new GenericError('access_denied', 'no'), 'denied'],
    ['a refusal at the callback', new AuthenticationError('access_denied', 'no', 's'), 'denied'],
    ['an account that is blocked', new GenericError('unauthorized', 'user is blocked'), 'blocked'],
    ['a page that is needed', new GenericError('consent_required', 'no'), 'page-needed'],
    ['a request that is not allowed', new GenericError('invalid_request', 'no'), 'not-set-up'],
    ['another error of the tenant', new GenericError('login_required', 'no'), 'sign-in-failed'],
    ['a state that does not match', new GenericError('state_mismatch', 'no'), 'sign-in-failed'],
    ['a silent time-out', new TimeoutError(), 'sign-in-failed'],
    ['no network', new TypeError('Failed to fetch'), 'unreachable'],
    ['a look-alike object', { error: 'access_denied' }, 'sign-in-failed'],
    ['a text', 'access_denied', 'sign-in-failed'],
    ['nothing', undefined, 'sign-in-failed'],
  ])('names %s', (_case, cause, code) => {
    expect(SignInError.from(cause)).toMatchObject({ code, cause });
  });

  it('says nothing of what the tenant said', () => {
    const error = SignInError.from(new GenericError('access_denied', 'Call 0900 1234'));

    expect(error.message).not.toContain('0900');
  });
});
