// Every endpoint of OAuth and OpenID Connect, to be loaded together when the first of them is asked.
export { authorize, authorizeByForm, continueSignIn } from './authorize.ts';
export { logout } from './logout.ts';
export { oidcLogout } from './oidc-logout.ts';
export { revoke } from './revoke.ts';
export { token } from './token.ts';
export { userinfo } from './userinfo.ts';
