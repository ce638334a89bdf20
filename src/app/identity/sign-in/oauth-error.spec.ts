import { isWindowFailure, type SignInFailure } from '../failure';
import { failureOfCode, failureOfSignIn, failureOfStart } from './oauth-error';

/** Every code that is documented for `/authorize` and for the exchange that follows it (contract §2.2, §3). */
const signIn: readonly (readonly [string, SignInFailure])[] = [
  // RFC 6749 §4.1.2.1 and §5.2
  ['access_denied', 'denied'],
  ['invalid_request', 'not-set-up'],
  ['invalid_scope', 'not-set-up'],
  ['invalid_client', 'not-set-up'],
  ['invalid_grant', 'answer-lost'],
  ['unauthorized_client', 'not-set-up'],
  ['unsupported_response_type', 'not-set-up'],
  ['unsupported_grant_type', 'not-set-up'],
  ['server_error', 'tenant-error'],
  ['temporarily_unavailable', 'busy'],
  // OIDC Core §3.1.2.6
  ['login_required', 'sign-in-failed'],
  ['consent_required', 'page-needed'],
  ['interaction_required', 'page-needed'],
  ['account_selection_required', 'page-needed'],
  ['invalid_request_uri', 'not-set-up'],
  ['invalid_request_object', 'not-set-up'],
  ['request_not_supported', 'not-set-up'],
  ['request_uri_not_supported', 'not-set-up'],
  ['registration_not_supported', 'not-set-up'],
  // RFC 8707, RFC 9449, RFC 6750
  ['invalid_target', 'not-set-up'],
  ['invalid_dpop_proof', 'sign-in-failed'],
  ['use_dpop_nonce', 'sign-in-failed'],
  ['invalid_token', 'sign-in-failed'],
  // Auth0's own
  ['unauthorized', 'blocked'],
  ['blocked_user', 'blocked'],
  ['password_leaked', 'blocked'],
  ['mfa_required', 'page-needed'],
  ['unsupported_credential_type', 'not-set-up'],
  ['too_many_attempts', 'too-many-tries'],
  ['too_many_requests', 'busy'],
];

describe('what the tenant answers to a sign-in', () => {
  it.each(signIn)('is documented, and has its place: %s is %s', (error, failure) => {
    expect(failureOfSignIn(error)).toBe(failure);
  });

  it.each([
    'consent_required',
    'interaction_required',
    'account_selection_required',
    'mfa_required',
  ])('leads to the full page where only a page can go on: %s', (error) => {
    expect(isWindowFailure(failureOfSignIn(error))).toBe(true);
  });

  it.each(['unheard_of', '', 'toString', '__proto__', undefined, 7, ['access_denied']])(
    'counts as a sign-in that did not work when nobody has documented it: %j',
    (error) => {
      expect(failureOfSignIn(error)).toBe('sign-in-failed');
    },
  );
});

describe('what the tenant answers to the wish for a message', () => {
  it.each<[string, SignInFailure]>([
    ['bad.phone_number', 'bad-address'],
    ['bad.email', 'bad-address'],
    ['bad.tenant', 'not-set-up'],
    ['bad.client_id', 'not-set-up'],
    ['bad.connection', 'not-set-up'],
    ['bad.authParams', 'not-set-up'],
    ['bad.request', 'not-set-up'],
    ['unauthorized_client', 'not-set-up'],
    ['sms_provider_error', 'message-not-sent'],
    ['server_error', 'message-not-sent'],
    ['too_many_requests', 'too-many-messages'],
    ['request_error', 'unreachable'],
    ['unheard_of', 'message-not-sent'],
  ])('has its place: %s is %s', (error, failure) => {
    expect(failureOfStart(error)).toBe(failure);
  });
});

describe('what the tenant answers to a code', () => {
  it.each<[string, SignInFailure]>([
    ['access_denied', 'wrong-code'],
    ['blocked_user', 'blocked'],
    ['too_many_attempts', 'too-many-tries'],
    ['invalid_request', 'not-set-up'],
    ['unauthorized_client', 'not-set-up'],
    ['unsupported_credential_type', 'not-set-up'],
    ['request_error', 'unreachable'],
    ['unheard_of', 'sign-in-failed'],
  ])('has its place: %s is %s', (error, failure) => {
    expect(failureOfCode(error)).toBe(failure);
  });
});
