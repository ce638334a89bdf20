// Every endpoint of OAuth and OpenID Connect, to be loaded together when the first of them is asked.

export { authorize } from './authorize/authorize.ts';
export { authorizeByForm } from './authorize/authorize-by-form.ts';
export { continueSignIn } from './authorize/continue.ts';
export { logout } from './logout/logout.ts';
export { oidcLogout } from './logout/oidc-logout.ts';
export { revoke } from './revoke.ts';
export { token } from './token/token.ts';
export { userinfo } from './userinfo.ts';
