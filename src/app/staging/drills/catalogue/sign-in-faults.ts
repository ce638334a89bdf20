import { broken, unchanged, type FaultDrill } from './fault-drill';
import { agreed, areLinked, upToReview } from './link-drills';

/** Faults of signing in, and of what a sign-in gives. */
export const signInFaults = (): readonly FaultDrill[] => [
  {
    preset: 'token-answer-lost',
    title: $localize`Fault: the tokens never arrive`,
    shows: $localize`The sign-in is not believed, and a new one works.`,
    steps: [
      ...upToReview.slice(0, 2),
      broken('token-answer-lost'),
      { kind: 'prove', who: 'second' },
      { kind: 'see', shows: { failure: ['sign-in-failed', 'unreachable'] } },
      unchanged,
      { kind: 'tryAgain' },
      { kind: 'see', shows: { phase: 'idle' } },
      ...upToReview.slice(2),
      ...agreed(),
      areLinked(),
    ],
  },
  {
    preset: 'wrong-nonce',
    title: $localize`Fault: a token for somebody else's sign-in`,
    shows: $localize`The token is refused, and nothing of it is used.`,
    steps: [
      ...upToReview.slice(0, 2),
      broken('wrong-nonce'),
      { kind: 'prove', who: 'second' },
      { kind: 'see', shows: { failure: ['sign-in-failed'] } },
      unchanged,
    ],
  },
  {
    preset: 'keys-rotated',
    title: $localize`Fault: the tenant has changed its key`,
    shows: $localize`Old tokens are refused; the person signs in again, and the link is made.`,
    steps: [
      { kind: 'signIn', who: 'first' },
      broken('keys-rotated'),
      { kind: 'openWizard' },
      { kind: 'see', shows: { failure: 'signed-out' } },
      { kind: 'signInAgain', who: 'first' },
      { kind: 'see', shows: { phase: 'idle' } },
      ...upToReview.slice(2),
      ...agreed(),
      areLinked(),
    ],
  },
  {
    preset: 'popup-never-returns',
    title: $localize`Fault: the sign-in window never returns`,
    shows: $localize`The page does not wait for ever: it can be left, and nothing has changed.`,
    steps: [
      ...upToReview.slice(0, 2),
      broken('popup-never-returns'),
      { kind: 'prove', who: 'second' },
      { kind: 'see', shows: { phase: 'signingIn' } },
      { kind: 'cancel' },
      { kind: 'see', shows: { phase: 'idle' } },
      unchanged,
    ],
  },
  {
    preset: 'cookies-blocked',
    title: $localize`Fault: the tenant's cookies are blocked`,
    shows: $localize`Linking does not need them.`,
    steps: [broken('cookies-blocked'), ...upToReview, ...agreed(), areLinked()],
  },
];
