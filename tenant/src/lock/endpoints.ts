// What Lock and auth0.js call, to be loaded together when the first of it is asked.
export { coAuthenticate } from './co-authenticate.ts';
export { coVerify } from './co-verify.ts';
export { changePassword, signup } from './dbconnections.ts';
export { challenge, country, lockClient, relay, ssoData } from './lock-resources.ts';
