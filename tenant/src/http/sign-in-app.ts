import { Hono } from 'hono';

import { codePage, sendAgain } from '../endpoints/sign-in/code-page.ts';
import { codeSignIn } from '../endpoints/sign-in/code-sign-in.ts';
import { consent, consentPage } from '../endpoints/sign-in/consent.ts';
import { forgotPassword, forgotPasswordPage } from '../endpoints/sign-in/forgot-password.ts';
import { identifier } from '../endpoints/sign-in/identifier.ts';
import { identifierPage } from '../endpoints/sign-in/identifier-page.ts';
import { passwordPage } from '../endpoints/sign-in/password-page.ts';
import { passwordSignIn } from '../endpoints/sign-in/password-sign-in.ts';
import { providerAdd } from '../endpoints/sign-in/provider-add.ts';
import { providerContinue } from '../endpoints/sign-in/provider-continue.ts';
import { providerDeny } from '../endpoints/sign-in/provider-deny.ts';
import { providerFill } from '../endpoints/sign-in/provider-fill.ts';
import { providerPage } from '../endpoints/sign-in/provider-page.ts';
import { resetPassword } from '../endpoints/sign-in/reset-password.ts';
import { resetPasswordPage } from '../endpoints/sign-in/reset-password-page.ts';
import { signUp, signUpPage } from '../endpoints/sign-in/sign-up.ts';
import { stylesheet } from '../pages/stylesheet.ts';
import { answering, type Tenant } from './exchange.ts';
import { ownOriginOnly } from './own-origin.ts';

/** The pages that a person signs in on; their forms are taken from these pages alone. */
export function signInApp(tenant: Tenant): Hono {
  const app = new Hono();
  const answer = answering(tenant);

  for (const path of ['/u/*', '/provider/*']) app.use(path, ownOriginOnly);

  app.get('/u/login', answer(passwordPage));
  app.post('/u/login', answer(passwordSignIn));
  app.get('/u/signup', answer(signUpPage));
  app.post('/u/signup', answer(signUp));
  app.get('/u/forgot-password', answer(forgotPasswordPage));
  app.post('/u/forgot-password', answer(forgotPassword));
  app.get('/u/reset-password', answer(resetPasswordPage));
  app.post('/u/reset-password', answer(resetPassword));
  app.get('/u/passwordless', answer(identifierPage));
  app.post('/u/passwordless', answer(identifier));
  app.get('/u/passwordless/code', answer(codePage));
  app.post('/u/passwordless/code', answer(codeSignIn));
  app.post('/u/passwordless/code/again', answer(sendAgain));
  app.get('/u/consent', answer(consentPage));
  app.post('/u/consent', answer(consent));
  app.get('/provider/:connection', answer(providerPage));
  app.post('/provider/:connection/continue', answer(providerContinue));
  app.post('/provider/:connection/add', answer(providerAdd));
  app.post('/provider/:connection/fill', answer(providerFill));
  app.post('/provider/:connection/deny', answer(providerDeny));
  app.get('/_tenant/assets/tenant.css', answer(stylesheet));

  return app;
}
