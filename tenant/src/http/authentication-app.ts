import { Hono } from 'hono';

import { discovery } from '../endpoints/authentication/discovery.ts';
import { jwks } from '../endpoints/authentication/jwks.ts';
import { cors } from './cors.ts';
import { answering, endpointsIn, type Tenant } from './hono-adapter.ts';
import { ownOriginOnly } from './own-origin.ts';

const apis = ['/.well-known/*', '/oauth/*', '/userinfo', '/dbconnections/*', '/passwordless/*'];
/** What the SDKs call with the browser's cookies (contract §0). */
const apisWithCookies = ['/co/*', '/usernamepassword/*', '/user/*'];

/** The Authentication API: what clients call, and where they send browsers (contract §1–§5). */
export function authenticationApp(tenant: Tenant): Hono {
  const app = new Hono();
  const answer = answering(tenant);
  const of = endpointsIn(() => import('../endpoints/authentication/all.ts'));

  for (const path of apis) app.use(path, cors(tenant));
  for (const path of apisWithCookies) app.use(path, cors(tenant, { withCredentials: true }));

  app.get('/.well-known/openid-configuration', answer(discovery));
  app.get('/.well-known/oauth-authorization-server', answer(discovery));
  app.get('/.well-known/jwks.json', answer(jwks));
  app.get('/authorize', answer(of('authorize')));
  app.post('/authorize', answer(of('authorizeByForm')));
  app.get('/continue', answer(of('continueSignIn')));
  app.post('/continue', answer(of('continueSignIn')));
  app.post('/oauth/token', answer(of('token')));
  app.post('/oauth/revoke', answer(of('revoke')));
  app.get('/userinfo', answer(of('userinfo')));
  app.get('/v2/logout', answer(of('logout')));
  app.get('/oidc/logout', answer(of('oidcLogout')));
  app.post('/oidc/logout', answer(of('oidcLogout')));

  app.post('/passwordless/start', answer(of('passwordlessStart')));
  app.post('/passwordless/verify', answer(of('passwordlessVerify')));
  app.get('/passwordless/verify_redirect', answer(of('passwordlessVerifyRedirect')));
  app.post('/co/authenticate', answer(of('coAuthenticate')));
  app.post('/co/verify', ownOriginOnly(tenant), answer(of('coVerify')));
  app.post('/dbconnections/signup', answer(of('signup')));
  app.post('/dbconnections/change_password', answer(of('changePassword')));

  app.get('/client/:file{.+\\.js}', answer(of('lockClient')));
  app.get('/avatar/:hash', answer(of('avatar')));
  app.get('/relay.html', answer(of('relay')));
  app.get('/user/ssodata', answer(of('ssoData')));
  app.get('/user/geoloc/country', answer(of('country')));
  for (const form of [
    '/usernamepassword',
    '/passwordless',
    '/dbconnections/signup',
    '/dbconnections/change_password',
  ]) {
    app.post(`${form}/challenge`, answer(of('challenge')));
  }

  return app;
}
