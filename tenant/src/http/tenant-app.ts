import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { authorize } from '../endpoints/authentication/authorize.ts';
import { changePassword } from '../endpoints/authentication/change-password.ts';
import { discovery } from '../endpoints/authentication/discovery.ts';
import { jwks } from '../endpoints/authentication/jwks.ts';
import { logout } from '../endpoints/authentication/logout.ts';
import { token } from '../endpoints/authentication/token.ts';
import { userinfo } from '../endpoints/authentication/userinfo.ts';
import { passwordPage } from '../endpoints/sign-in/password-page.ts';
import { passwordSignIn } from '../endpoints/sign-in/password-sign-in.ts';
import { providerAdd } from '../endpoints/sign-in/provider-add.ts';
import { providerContinue } from '../endpoints/sign-in/provider-continue.ts';
import { providerDeny } from '../endpoints/sign-in/provider-deny.ts';
import { providerFill } from '../endpoints/sign-in/provider-fill.ts';
import { providerPage } from '../endpoints/sign-in/provider-page.ts';
import { resetPassword } from '../endpoints/sign-in/reset-password.ts';
import { resetPasswordPage } from '../endpoints/sign-in/reset-password-page.ts';
import { stylesheet } from '../pages/stylesheet.ts';
import { ManagementError, PageError } from '../protocol/errors.ts';
import { cors } from './cors.ts';
import { errorReply } from './error-replies.ts';
import { answering, type Tenant, toResponse } from './exchange.ts';
import { managementApp } from './management-app.ts';
import { ownOriginOnly } from './own-origin.ts';

const largestBody = 1_000_000;

/** Everything that Auth0 would answer, as one app that opens no port. */
export function tenantApp(tenant: Tenant): Hono {
  const app = new Hono();
  const answer = answering(tenant);

  for (const path of ['/.well-known/*', '/oauth/*', '/userinfo', '/dbconnections/*', '/api/v2/*']) {
    app.use(path, cors(tenant));
  }
  for (const path of ['/u/*', '/provider/*']) app.use(path, ownOriginOnly);
  app.use(bodyLimit({ maxSize: largestBody, onError: refuseLargeBody }));

  app.get('/.well-known/openid-configuration', answer(discovery));
  app.get('/.well-known/jwks.json', answer(jwks));
  app.get('/authorize', answer(authorize));
  app.post('/oauth/token', answer(token));
  app.get('/userinfo', answer(userinfo));
  app.get('/v2/logout', answer(logout));
  app.post('/dbconnections/change_password', answer(changePassword));

  app.get('/u/login', answer(passwordPage));
  app.post('/u/login', answer(passwordSignIn));
  app.get('/u/reset-password', answer(resetPasswordPage));
  app.post('/u/reset-password', answer(resetPassword));
  app.get('/provider/:connection', answer(providerPage));
  app.post('/provider/:connection/continue', answer(providerContinue));
  app.post('/provider/:connection/add', answer(providerAdd));
  app.post('/provider/:connection/fill', answer(providerFill));
  app.post('/provider/:connection/deny', answer(providerDeny));
  app.get('/_tenant/assets/tenant.css', answer(stylesheet));

  app.route('/api/v2', managementApp(tenant));

  app.all('/api/*', () => {
    throw new ManagementError(404, 'Not Found');
  });
  app.all('*', () => {
    throw new PageError(404, 'Nothing here', 'The local tenant has no such page.');
  });
  app.onError((error) => toResponse(errorReply(error)));

  return app;
}

function refuseLargeBody(): never {
  throw new ManagementError(
    400,
    `Payload content length greater than maximum allowed: ${largestBody}`,
  );
}
