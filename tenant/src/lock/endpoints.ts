// What Lock and auth0.js call, to be loaded together when the first of it is asked.

export { changePassword } from './change-password.ts';
export { coAuthenticate } from './co-authenticate.ts';
export { coVerify } from './co-verify.ts';
export { lockClient } from './lock-client.ts';
export { challenge, country, ssoData } from './lock-helpers.ts';
export { relay } from './relay.ts';
export { signup } from './signup.ts';
