// Codes and magic links, to be loaded together when the first of them is asked.

export { passwordlessStart } from './start.ts';
export { passwordlessVerify } from './verify-redirect.ts';
export { passwordlessVerifyRedirect } from './verify-redirect.ts';
