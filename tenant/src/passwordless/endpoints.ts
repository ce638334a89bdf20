// Codes and magic links, to be loaded together when the first of them is asked.

export { passwordlessStart } from './passwordless-start.ts';
export { passwordlessVerify } from './passwordless-verify.ts';
export { passwordlessVerifyRedirect } from './passwordless-verify-redirect.ts';
