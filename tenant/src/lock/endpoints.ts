// What Lock and auth0.js call, to be loaded together when the first of it is asked.

export { changePassword } from './change-password.ts';
export { coAuthenticate } from './co-authenticate.ts';
export { coVerify } from './co-verify.ts';
export { lockClient } from './client-settings.ts';
export { challenge, country, ssoData } from './fixed-answers.ts';
export { relay } from './relay.ts';
export { signup } from './signup.ts';
