// Every page of the sign-in, to be loaded together when the first of them is asked.

export { codePage, codeSignIn, sendAgain } from './code-sign-in.ts';
export { consent, consentPage } from './consent.ts';
export { emailVerification } from './email-verification.ts';
export { automaticSignIn, automaticSignInPage } from './automatic-sign-in.ts';
export { forgotPassword, forgotPasswordPage } from './forgot-password.ts';
export { identifier, identifierPage } from './identifier.ts';
export { passwordPage, passwordSignIn } from './password-sign-in.ts';
export {
  providerAdd,
  providerContinue,
  providerDeny,
  providerFill,
  providerPage,
} from './provider/provider-endpoints.ts';
export { resetPassword, resetPasswordPage } from './reset-password.ts';
export { signUp, signUpPage } from './sign-up.ts';
