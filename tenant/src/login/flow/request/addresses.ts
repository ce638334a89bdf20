import type { Transaction } from '../session/transaction.ts';

/** The address of the tenant's own sign-in page. */
export function signInAddress({ id }: Transaction): string {
  return `/u/login?state=${id}`;
}

/** The address that answers in the place of every page, for somebody who is expected. */
export function automaticSignInAddress({ id }: Transaction): string {
  return `/u/expected?state=${id}`;
}

/** The address of the page that makes an account with a password. */
export function signUpAddress({ id }: Transaction): string {
  return `/u/signup?state=${id}`;
}

/** The address of the page that has a link for a new password sent. */
export function forgotPasswordAddress({ id }: Transaction): string {
  return `/u/forgot-password?state=${id}`;
}

/** The address of the page that asks where a code shall go. */
export function identifierAddress({ id }: Transaction): string {
  return `/u/passwordless?state=${id}`;
}

/** The address of the page that asks for the code, or of the button that has it sent again. */
export function codePageAddress({ id }: Transaction, step: '' | '/again' = ''): string {
  return `/u/passwordless/code${step}?state=${id}`;
}

/** The path of a stand-in provider. */
export function providerPath(connection: string): string {
  return `/provider/${encodeURIComponent(connection)}`;
}

/** The address of a stand-in provider in one sign-in, or of something a person can do there. */
export function providerAddress(
  { id }: Transaction,
  connection: string,
  step: '' | '/continue' | '/add' | '/fill' | '/deny' = '',
): string {
  return `${providerPath(connection)}${step}?state=${id}`;
}
