import { OAuthError } from '../protocol/errors.ts';

/** Answers `POST /passwordless/verify`: switched off in every tenant made since 2017 (contract §4.2). */
export function passwordlessVerify(): never {
  throw new OAuthError(404, 'endpoint_disabled', 'This endpoint is disabled for your tenant.');
}
