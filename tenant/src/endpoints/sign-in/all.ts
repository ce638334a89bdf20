// Every page of the sign-in, to be loaded together when the first of them is asked.

export { codePage, sendAgain } from './code-page.ts';
export { codeSignIn } from './code-sign-in.ts';
export { consent, consentPage } from './consent.ts';
export { emailVerification } from './email-verification.ts';
export { automaticSignIn, automaticSignInPage } from './automatic-sign-in.ts';
export { forgotPassword, forgotPasswordPage } from './forgot-password.ts';
export { identifier } from './identifier.ts';
export { identifierPage } from './identifier-page.ts';
export { passwordPage } from './password-page.ts';
export { passwordSignIn } from './password-sign-in.ts';
export { providerAdd } from './provider-add.ts';
export { providerContinue } from './provider-continue.ts';
export { providerDeny } from './provider-deny.ts';
export { providerFill } from './provider-fill.ts';
export { providerPage } from './provider-page.ts';
export { resetPassword } from './reset-password.ts';
export { resetPasswordPage } from './reset-password-page.ts';
export { signUp, signUpPage } from './sign-up.ts';
