import { Hono } from 'hono';

import { discovery, jwks } from '../oauth/discovery.ts';
import { avatar } from '../ui/avatar.ts';
import { answering, endpointsIn, type Tenant } from './hono-adapter.ts';
import { cors } from './middleware/cors.ts';
import { ownOriginOnly } from './middleware/own-origin.ts';

const apis = ['/.well-known/*', '/oauth/*', '/userinfo', '/dbconnections/*', '/passwordless/*'];
/** What the SDKs call with the browser's cookies (contract §0). */
const apisWithCookies = ['/co/*', '/usernamepassword/*', '/user/*'];

/** The Authentication API: what clients call, and where they send browsers (contract §1–§5). */
export function authenticationApp(tenant: Tenant): Hono {
  const app = new Hono();
  const answer = answering(tenant);
  const oauth = endpointsIn(() => import('../oauth/endpoints.ts'));
  const start = endpointsIn(() => import('../passwordless/start.ts'));
  const verify = endpointsIn(() => import('../passwordless/verify-redirect.ts'));
  const lock = endpointsIn(() => import('../lock/endpoints.ts'));

  for (const path of apis) app.use(path, cors(tenant));
  for (const path of apisWithCookies) app.use(path, cors(tenant, { withCredentials: true }));

  app.get('/.well-known/openid-configuration', answer(discovery));
  app.get('/.well-known/oauth-authorization-server', answer(discovery));
  app.get('/.well-known/jwks.json', answer(jwks));
  app.get('/authorize', answer(oauth('authorize')));
  app.post('/authorize', answer(oauth('authorizeByForm')));
  app.on(['GET', 'POST'], '/continue', answer(oauth('continueSignIn')));
  app.post('/oauth/token', answer(oauth('token')));
  app.post('/oauth/revoke', answer(oauth('revoke')));
  app.get('/userinfo', answer(oauth('userinfo')));
  app.get('/v2/logout', answer(oauth('logout')));
  app.on(['GET', 'POST'], '/oidc/logout', answer(oauth('oidcLogout')));
  app.post('/passwordless/start', answer(start('passwordlessStart')));
  app.post('/passwordless/verify', answer(verify('passwordlessVerify')));
  app.get('/passwordless/verify_redirect', answer(verify('passwordlessVerifyRedirect')));
  app.post('/co/authenticate', answer(lock('coAuthenticate')));
  app.post('/co/verify', ownOriginOnly(tenant), answer(lock('coVerify')));
  app.post('/dbconnections/signup', answer(lock('signup')));
  app.post('/dbconnections/change_password', answer(lock('changePassword')));

  app.get('/client/:file{.+\\.js}', answer(lock('lockClient')));
  app.get('/avatar/:hash', answer(avatar));
  app.get('/relay.html', answer(lock('relay')));
  app.get('/user/ssodata', answer(lock('ssoData')));
  app.get('/user/geoloc/country', answer(lock('country')));
  for (const form of [
    '/usernamepassword',
    '/passwordless',
    '/dbconnections/signup',
    '/dbconnections/change_password',
  ]) {
    app.post(`${form}/challenge`, answer(lock('challenge')));
  }

  return app;
}
