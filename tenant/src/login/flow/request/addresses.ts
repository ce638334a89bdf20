import { pageQuery, type Transaction } from '../session/transaction.ts';

/** The pages of the tenant that a sign-in leads over, and a button of the last. */
type Page =
  | 'login'
  | 'expected'
  | 'signup'
  | 'forgot-password'
  | 'passwordless'
  | 'passwordless/code'
  | 'passwordless/code/again';

/** Makes the address of a page in one sign-in. */
export function pageAddress(transaction: Transaction, page: Page): string {
  return `/u/${page}?${pageQuery(transaction).toString()}`;
}

/** Makes the path of a stand-in provider. */
export function providerPath(connection: string): string {
  return `/provider/${encodeURIComponent(connection)}`;
}

/** Makes the address of a stand-in provider in one sign-in, or of one of its forms. */
export function providerAddress(
  transaction: Transaction,
  connection: string,
  step: '' | '/continue' | '/add' | '/fill' | '/deny' = '',
): string {
  return `${providerPath(connection)}${step}?${pageQuery(transaction).toString()}`;
}
