import type { PageFault } from '../../protocol/errors.ts';
import { html, type Html } from '../html.ts';

/** Every word of the pages that a person signs in on. Each other language is a file of this shape. */
export const en = {
  language: 'en',
  direction: 'ltr',
  banner: {
    madeUp: 'Every account here is made up.',
    workbench: 'Workbench',
  },
  common: {
    continue: 'Continue',
    continueTo: (app: string) => `to continue to ${app}`,
    email: 'Email address',
    notAnEmail: (typed: string) =>
      typed === '' ? 'Enter an email address.' : `“${typed}” is not an email address.`,
    phone: 'Phone number',
    country: 'Country or region',
    phoneHint: 'Choose the country, or type the number with its code, such as +1 555 555 0100.',
    notAPhone: (typed: string) =>
      typed === ''
        ? 'Enter a phone number with its country code, such as +1 555 555 0100.'
        : `“${typed}” is not a phone number with its country code, such as +1 555 555 0100.`,
    password: 'Password',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    name: 'Name',
    username: 'User name',
    signIn: 'Sign in',
    signUp: 'Sign up',
    backToSignIn: 'Back to sign in',
    nobodyNew: 'Nobody new can sign up here.',
    closeWindow: 'You can close this window.',
    openApp: (app: string) => `Open ${app}`,
    backTo: (app: string) => `Back to ${app}`,
  },
  signIn: {
    title: (app: string) => `Sign in to ${app}`,
    or: 'or continue with',
    with: (provider: string) => `Continue with ${provider}`,
    forgot: 'Forgot password?',
    newHere: 'New here?',
    wrong: 'Wrong email address or password.',
    tooMany: 'Too many wrong passwords. Set a new one, then try again.',
    leaked:
      'This password was in a data breach elsewhere, so it opens nothing here. Set a new one, then try again.',
    setNew: 'Set a new password',
  },
  test: {
    people: 'Test people',
    choose: 'Choose one to fill in the form',
    inbox: 'Inbox',
    edit: 'Edit people',
    reset: 'Reset the tenant',
    message: 'The message that came',
    fillIn: (code: string) => `Fill in ${code}`,
    noMessage: 'No message came.',
  },
  signUp: {
    haveAccount: 'Have an account already?',
    exists: 'There is an account with this address already. Sign in instead.',
    nameTaken: (name: string) => `Someone else has the user name “${name}” already.`,
    nameTooLong: (name: string) => `The user name “${name}” is too long.`,
  },
  passwords: {
    rules: {
      none: 'Any password will do.',
      low: 'Six characters or more.',
      fair: 'Eight characters or more, with small letters, capital letters and digits.',
      good: 'Eight characters or more, with three of: small letters, capital letters, digits, signs.',
      excellent:
        'Ten characters or more, with three of: small letters, capital letters, digits, signs. No character more than twice in a row.',
    },
    weak: 'This password is too weak.',
    common: 'This password is too common: it is one of those that others guess first.',
    personal: 'This password has your own name or address in it.',
  },
  forgot: {
    title: 'Forgot your password?',
    lead: 'We send you a link that sets a new one.',
    sentTitle: 'Look at your email',
    sent: (email: string) =>
      html`If <strong>${email}</strong> has an account, a link that sets a new password is on its
        way.`,
  },
  reset: {
    title: 'Set a new password',
    for: (account: string) => `for ${account}`,
    label: 'New password',
    button: 'Set password',
    doneTitle: 'Password changed',
    done: 'Go back to the application and sign in with the new password.',
  },
  verified: {
    title: 'Email verified',
    done: 'Your email was verified. You can continue using the application.',
  },
  code: {
    addressTitle: 'Sign in with a code',
    title: 'Enter the code',
    sent: (length: number, address: string, app: string) =>
      html`We sent a ${length}-digit code to <strong>${address}</strong>. Use it only to continue to
        ${app}, and don't share it with anyone.`,
    label: 'Code',
    verify: 'Verify',
    again: 'Send again',
    sentAgain: 'A new code is on its way.',
    anotherPhone: 'Use another phone number',
    anotherEmail: 'Use another email address',
    notDigits: 'Type the digits of the message.',
    wrong: 'That code is not right. Use the newest message.',
    expired: 'That code is too old. Have a new one sent.',
    tooMany: 'That was wrong three times. Have a new code sent.',
    tooManySent: 'Too many codes were sent from here. Wait an hour, then try again.',
  },
  provider: {
    title: (provider: string) => `Sign in with ${provider}`,
    lead: (provider: string, app: string) =>
      `This page stands in for ${provider}. Who do you want to be in ${app}?`,
    accounts: 'Accounts',
    continueAs: (account: Html) => html`Continue as ${account}`,
    noName: 'No name',
    noEmail: 'no email address',
    verified: 'email address verified',
    notVerified: 'email address not verified',
    newcomer: 'Someone new',
    fill: 'Fill in for me',
    isVerified: 'Already verified',
    add: 'Add account',
    deny: 'Deny',
    enterName: 'Enter a name.',
    shorterName: 'Enter a shorter name.',
    there: (email: string) => `${email} is in the list already.`,
  },
  consent: {
    title: (app: string) => `Authorize ${app}`,
    lead: (account: string, app: string) =>
      html`You are signed in as <strong>${account}</strong>. ${app} asks to:`,
    list: 'What it asks for',
    accept: 'Accept',
    decline: 'Decline',
    scopes: {
      openid: 'Know who you are',
      profile: 'See your name and picture',
      email: 'See your email address',
      phone: 'See your phone number',
      offline_access: 'Stay signed in when you are away',
      'read:current_user': 'Read your account',
      'update:current_user_identities': 'Link accounts to yours, and unlink them',
      'create:current_user_metadata': 'Add to your settings',
      'update:current_user_metadata': 'Change your settings',
      'delete:current_user_metadata': 'Delete your settings',
    },
  },
  expected: {
    title: 'Signing in',
    lead: 'A drill or a test has chosen who signs in next, so nobody is asked.',
  },
  sameBrowser: {
    asks: (app: string) => `The tenant asks ${app} whether this is the browser it was used in.`,
    instead: 'Sign in on a page instead',
  },
  signOut: {
    title: 'Sign out',
    heading: 'Sign out?',
    lead: 'You will have to sign in again here.',
    doneTitle: 'Signed out',
  },
  /** Why a page refuses: its heading, and a sentence with what came. */
  errors: {
    nothingHere: ['Nothing here', (path: string) => `The local tenant has no page at ${path}.`],
    unknownApplication: [
      'Unknown application',
      (id: string) =>
        `No application here has the client ID “${id}”. Check the client_id that the application sends.`,
    ],
    callbackMismatch: [
      'Callback URL mismatch',
      (address: string) =>
        `“${address}” is not one of the callback URLs that this application may use. These are:`,
    ],
    originNotAllowed: [
      'Origin not allowed',
      (origin: string) =>
        `“${origin}” is not one of the web origins that this application may use. These are:`,
    ],
    logoutMismatch: [
      'Logout URL mismatch',
      (address: string) => `“${address}” is not one of the allowed logout URLs. These are:`,
    ],
    hintNotOurs: ['Sign-out refused', () => 'The id_token_hint is not an ID token of this tenant.'],
    hintOfAnother: [
      'Sign-out refused',
      (id: string) => `The client_id “${id}” is not that of the id_token_hint.`,
    ],
    signInEnded: [
      'This sign-in has ended',
      () =>
        'It was finished, or left open for too long. Go back to the application and start again.',
    ],
    otherBrowser: [
      'Started in another browser',
      () =>
        'This sign-in belongs to the browser it was started in. Go back to the application there.',
    ],
    otherMethod: [
      'Not for this sign-in',
      () =>
        'This sign-in was started for another sign-in method. Go back to the application and choose again.',
    ],
    linkEnded: [
      'This link has ended',
      () => 'It was used, or it is too old. Go back to the application and ask for a new one.',
    ],
    verifiedOnce: ['Your email address was not verified', () => 'This URL can be used only once.'],
    verifiedWrong: [
      'Your email address was not verified',
      () => 'User account does not exist or verification code is invalid.',
    ],
    verifiedLate: ['Your email address was not verified', () => 'Access expired.'],
    verifiedAlready: [
      'Your email address was not verified',
      () => 'This account is already verified.',
    ],
    noSuchAccount: ['No such account', (provider: string) => `${provider} has no such account.`],
    nobodyExpected: ['Nobody is expected', () => 'Go back to the application and start again.'],
    noAnswer: ['No answer', () => 'The page was sent without Accept or Decline.'],
    otherDevice: [
      'Open the link where you started',
      () =>
        'The link must be opened on the same device and browser from which you submitted your email address. Start over from this device or browser.',
    ],
    notFromHere: [
      'Not from here',
      (origin: string) => `A page of ${origin} may not send this to the tenant.`,
    ],
  } satisfies ErrorTexts,
};

type ErrorTexts = Readonly<
  Record<PageFault, readonly [title: string, message: (came: string) => string]>
>;

/** What a language has to say. A text that is missing does not compile. */
export type Texts = Omit<typeof en, 'errors'> & { readonly errors: ErrorTexts };
