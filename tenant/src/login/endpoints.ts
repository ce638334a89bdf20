// Every page of the sign-in, to be loaded together when the first of them is asked.

export { codePage, codeSignIn, sendAgain } from './code/code-sign-in.ts';
export { consent, consentPage } from './consent/consent.ts';
export { emailVerification } from './email-verification/email-verification.ts';
export { automaticSignIn, automaticSignInPage } from './automatic/automatic-sign-in.ts';
export { forgotPassword, forgotPasswordPage } from './reset-password/forgot-password.ts';
export { identifier, identifierPage } from './code/identifier.ts';
export { passwordPage, passwordSignIn } from './password/password-sign-in.ts';
export { providerAdd } from './provider/add-account.ts';
export {
  providerContinue,
  providerDeny,
  providerFill,
  providerPage,
} from './provider/provider-endpoints.ts';
export { resetPassword, resetPasswordPage } from './reset-password/reset-password.ts';
export { signUp, signUpPage } from './sign-up/sign-up.ts';
