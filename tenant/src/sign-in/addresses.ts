import type { Transaction } from './transaction.ts';

/** The address of the tenant's own sign-in page. */
export function signInAddress({ id }: Transaction): string {
  return `/u/login?state=${id}`;
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
