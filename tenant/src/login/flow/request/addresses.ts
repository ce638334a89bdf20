import type { Transaction } from '../session/transaction.ts';

/** Makes the address of the sign-in page. */
export function signInAddress({ id }: Transaction): string {
  return `/u/login?state=${id}`;
}

/** Makes the address of the page that signs in by itself. */
export function automaticSignInAddress({ id }: Transaction): string {
  return `/u/expected?state=${id}`;
}

/** Makes the address of the sign-up page. */
export function signUpAddress({ id }: Transaction): string {
  return `/u/signup?state=${id}`;
}

/** Makes the address of the page that has a link for a new password sent. */
export function forgotPasswordAddress({ id }: Transaction): string {
  return `/u/forgot-password?state=${id}`;
}

/** Makes the address of the page that asks where a code goes. */
export function identifierAddress({ id }: Transaction): string {
  return `/u/passwordless?state=${id}`;
}

/** Makes the address of the page that asks for the code, or of the button that has it sent again. */
export function codePageAddress({ id }: Transaction, step: '' | '/again' = ''): string {
  return `/u/passwordless/code${step}?state=${id}`;
}

/** Makes the path of a stand-in provider. */
export function providerPath(connection: string): string {
  return `/provider/${encodeURIComponent(connection)}`;
}

/** Makes the address of a stand-in provider in one sign-in, or of one of its forms. */
export function providerAddress(
  { id }: Transaction,
  connection: string,
  step: '' | '/continue' | '/add' | '/fill' | '/deny' = '',
): string {
  return `${providerPath(connection)}${step}?state=${id}`;
}
