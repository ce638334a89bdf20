import type { SignInFailure } from '../failure';

/**
 * What the tenant's error codes mean to whoever signs in (contract §2.2, §3, §4.1, §4.4). Each documented code is here;
 * any other counts as a sign-in that did not work.
 */
const answers: Readonly<Record<string, SignInFailure>> = {
  // Somebody said no: the person, the provider or a rule of the site. The next time may be another matter.
  access_denied: 'denied',

  // The account is shut out, whoever asks and however often.
  unauthorized: 'blocked',
  blocked_user: 'blocked',
  password_leaked: 'blocked',

  // Only a page of the tenant's can go on, so that what asks without one asks in vain.
  consent_required: 'page-needed',
  interaction_required: 'page-needed',
  account_selection_required: 'page-needed',
  mfa_required: 'page-needed',

  // The application and the tenant are not set up for each other, and no repeat changes that.
  invalid_request: 'not-set-up',
  invalid_scope: 'not-set-up',
  invalid_client: 'not-set-up',
  invalid_target: 'not-set-up',
  invalid_request_object: 'not-set-up',
  invalid_request_uri: 'not-set-up',
  request_not_supported: 'not-set-up',
  request_uri_not_supported: 'not-set-up',
  registration_not_supported: 'not-set-up',
  unauthorized_client: 'not-set-up',
  unsupported_response_type: 'not-set-up',
  unsupported_grant_type: 'not-set-up',
  unsupported_credential_type: 'not-set-up',
  'bad.tenant': 'not-set-up',
  'bad.client_id': 'not-set-up',
  'bad.connection': 'not-set-up',
  'bad.authParams': 'not-set-up',
  'bad.request': 'not-set-up',

  // The tenant has trouble of its own.
  temporarily_unavailable: 'busy',
  too_many_requests: 'busy',
  server_error: 'tenant-error',

  // What was typed.
  'bad.phone_number': 'bad-address',
  'bad.email': 'bad-address',
  too_many_attempts: 'too-many-tries',

  // An answer that says nothing, in the SDK's own words.
  request_error: 'tenant-error',

  // A code works once, and the library sends it again when no answer comes: the sign-in was right, its answer is lost.
  invalid_grant: 'answer-lost',
  // A session that ended on the way; where nothing may be asked it has a reason of its own.
  login_required: 'sign-in-failed',
  // A key of the browser's that the tenant has not asked for, and a token that nobody uses in a sign-in.
  invalid_dpop_proof: 'sign-in-failed',
  use_dpop_nonce: 'sign-in-failed',
  invalid_token: 'sign-in-failed',
};

/** What the tenant and auth0-js answer where a code or a link was asked for; such a code is narrower here. */
const answersToStart: Readonly<Record<string, SignInFailure>> = {
  sms_provider_error: 'message-not-sent',
  server_error: 'message-not-sent',
  too_many_requests: 'too-many-messages',
  request_error: 'unreachable',
};

/** What the tenant and auth0-js answer where a code was typed: the tenant says no to the code, not to the person. */
const answersToCode: Readonly<Record<string, SignInFailure>> = {
  access_denied: 'wrong-code',
  request_error: 'unreachable',
};

/** Names the tenant's error to a sign-in on a page of its own, or to the exchange of its code. */
export const failureOfSignIn = (error: unknown): SignInFailure =>
  lookUp(answers, error) ?? 'sign-in-failed';

/** Names the error to a request for a message. */
export const failureOfStart = (error: unknown): SignInFailure =>
  lookUp(answersToStart, error) ?? lookUp(answers, error) ?? 'message-not-sent';

/** Names the error to a code that was typed. */
export const failureOfCode = (error: unknown): SignInFailure =>
  lookUp(answersToCode, error) ?? failureOfSignIn(error);

const lookUp = (
  table: Readonly<Record<string, SignInFailure>>,
  error: unknown,
): SignInFailure | undefined =>
  typeof error === 'string' && Object.hasOwn(table, error) ? table[error] : undefined;
