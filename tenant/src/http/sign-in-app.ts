import { Hono } from 'hono';

import { pageAssets } from '../ui/page-assets.ts';
import { answering, endpointsIn, type Tenant } from './hono-adapter.ts';
import { ownOriginOnly } from './middleware/own-origin.ts';

/** The pages that a person signs in on; their forms are taken from these pages alone. */
export function signInApp(tenant: Tenant): Hono {
  const app = new Hono();
  const answer = answering(tenant);
  const of = endpointsIn(() => import('../login/endpoints.ts'));

  for (const path of ['/u/*', '/provider/*']) app.use(path, ownOriginOnly(tenant));

  app.get('/u/login', answer(of('passwordPage')));
  app.post('/u/login', answer(of('passwordSignIn')));
  app.get('/u/expected', answer(of('automaticSignInPage')));
  app.post('/u/expected', answer(of('automaticSignIn')));
  app.get('/u/signup', answer(of('signUpPage')));
  app.post('/u/signup', answer(of('signUp')));
  app.get('/u/forgot-password', answer(of('forgotPasswordPage')));
  app.post('/u/forgot-password', answer(of('forgotPassword')));
  app.get('/u/reset-password', answer(of('resetPasswordPage')));
  app.post('/u/reset-password', answer(of('resetPassword')));
  app.get('/u/email-verification', answer(of('emailVerification')));
  app.get('/u/passwordless', answer(of('identifierPage')));
  app.post('/u/passwordless', answer(of('identifier')));
  app.get('/u/passwordless/code', answer(of('codePage')));
  app.post('/u/passwordless/code', answer(of('codeSignIn')));
  app.post('/u/passwordless/code/again', answer(of('sendAgain')));
  app.get('/u/consent', answer(of('consentPage')));
  app.post('/u/consent', answer(of('consent')));
  app.get('/provider/:connection', answer(of('providerPage')));
  app.post('/provider/:connection/continue', answer(of('providerContinue')));
  app.post('/provider/:connection/add', answer(of('providerAdd')));
  app.post('/provider/:connection/fill', answer(of('providerFill')));
  app.post('/provider/:connection/deny', answer(of('providerDeny')));
  for (const [path, asset] of Object.entries(pageAssets)) app.get(path, answer(asset));

  return app;
}
