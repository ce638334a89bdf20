// Every endpoint of the Authentication API, to be loaded together when the first of them is asked.

export { authorize } from './authorize.ts';
export { authorizeByForm } from './authorize-by-form.ts';
export { avatar } from './avatar.ts';
export { changePassword } from './change-password.ts';
export { coAuthenticate } from './co-authenticate.ts';
export { coVerify } from './co-verify.ts';
export { continueSignIn } from './continue.ts';
export { lockClient } from './lock-client.ts';
export { challenge, country, ssoData } from './lock-helpers.ts';
export { logout } from './logout.ts';
export { oidcLogout } from './oidc-logout.ts';
export { passwordlessStart } from './passwordless-start.ts';
export { passwordlessVerify } from './passwordless-verify.ts';
export { passwordlessVerifyRedirect } from './passwordless-verify-redirect.ts';
export { relay } from './relay.ts';
export { revoke } from './revoke.ts';
export { signup } from './signup.ts';
export { token } from './token.ts';
export { userinfo } from './userinfo.ts';
