import { Hono } from 'hono';

import { authorize } from '../endpoints/authentication/authorize.ts';
import { changePassword } from '../endpoints/authentication/change-password.ts';
import { coAuthenticate } from '../endpoints/authentication/co-authenticate.ts';
import { continueSignIn } from '../endpoints/authentication/continue.ts';
import { discovery } from '../endpoints/authentication/discovery.ts';
import { jwks } from '../endpoints/authentication/jwks.ts';
import { lockClient } from '../endpoints/authentication/lock-client.ts';
import { challenge, country, ssoData } from '../endpoints/authentication/lock-helpers.ts';
import { logout } from '../endpoints/authentication/logout.ts';
import { oidcLogout } from '../endpoints/authentication/oidc-logout.ts';
import { passwordlessStart } from '../endpoints/authentication/passwordless-start.ts';
import { passwordlessVerify } from '../endpoints/authentication/passwordless-verify.ts';
import { passwordlessVerifyRedirect } from '../endpoints/authentication/passwordless-verify-redirect.ts';
import { revoke } from '../endpoints/authentication/revoke.ts';
import { signup } from '../endpoints/authentication/signup.ts';
import { token } from '../endpoints/authentication/token.ts';
import { userinfo } from '../endpoints/authentication/userinfo.ts';
import { cors } from './cors.ts';
import { answering, type Tenant } from './exchange.ts';

const apis = ['/.well-known/*', '/oauth/*', '/userinfo', '/dbconnections/*', '/passwordless/*'];
/** What the SDKs call with the browser's cookies (contract §0). */
const apisWithCookies = ['/co/*', '/usernamepassword/*', '/user/*'];

/** The Authentication API: what clients call, and where they send browsers (contract §1–§5). */
export function authenticationApp(tenant: Tenant): Hono {
  const app = new Hono();
  const answer = answering(tenant);

  for (const path of apis) app.use(path, cors(tenant));
  for (const path of apisWithCookies) app.use(path, cors(tenant, { withCredentials: true }));

  app.get('/.well-known/openid-configuration', answer(discovery));
  app.get('/.well-known/oauth-authorization-server', answer(discovery));
  app.get('/.well-known/jwks.json', answer(jwks));
  app.get('/authorize', answer(authorize));
  app.get('/continue', answer(continueSignIn));
  app.post('/continue', answer(continueSignIn));
  app.post('/oauth/token', answer(token));
  app.post('/oauth/revoke', answer(revoke));
  app.get('/userinfo', answer(userinfo));
  app.get('/v2/logout', answer(logout));
  app.get('/oidc/logout', answer(oidcLogout));
  app.post('/oidc/logout', answer(oidcLogout));

  app.post('/passwordless/start', answer(passwordlessStart));
  app.post('/passwordless/verify', answer(passwordlessVerify));
  app.get('/passwordless/verify_redirect', answer(passwordlessVerifyRedirect));
  app.post('/co/authenticate', answer(coAuthenticate));
  app.post('/dbconnections/signup', answer(signup));
  app.post('/dbconnections/change_password', answer(changePassword));

  app.get('/client/:file{.+\\.js}', answer(lockClient));
  app.get('/user/ssodata', answer(ssoData));
  app.get('/user/geoloc/country', answer(country));
  for (const form of [
    '/usernamepassword',
    '/passwordless',
    '/dbconnections/signup',
    '/dbconnections/change_password',
  ]) {
    app.post(`${form}/challenge`, answer(challenge));
  }

  return app;
}
