// Every page of the sign-in, to be loaded together when the first of them is asked.

export { codePage, sendAgain } from './code/show-code.ts';
export { codeSignIn } from './code/code-sign-in.ts';
export { consent, consentPage } from './consent/consent.ts';
export { emailVerification } from './email-verification/email-verification.ts';
export { automaticSignIn, automaticSignInPage } from './automatic/automatic-sign-in.ts';
export { forgotPassword, forgotPasswordPage } from './reset-password/forgot-password.ts';
export { identifier } from './code/identifier.ts';
export { identifierPage } from './code/show-identifier.ts';
export { passwordPage } from './password/show-password.ts';
export { passwordSignIn } from './password/password-sign-in.ts';
export { providerAdd } from './provider/provider-add.ts';
export { providerContinue } from './provider/provider-continue.ts';
export { providerDeny } from './provider/provider-deny.ts';
export { providerFill } from './provider/provider-fill.ts';
export { providerPage } from './provider/show-provider.ts';
export { resetPassword } from './reset-password/reset-password.ts';
export { resetPasswordPage } from './reset-password/show-reset-password.ts';
export { signUp, signUpPage } from './sign-up/sign-up.ts';
