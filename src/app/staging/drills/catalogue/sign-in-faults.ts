import type { FaultDrill } from './drill';
import {
  areUnchanged,
  linked,
  linkedFromTheStart,
  sees,
  seesFailure,
  toTheWizard,
  upToReview,
} from './steps';

/** The sign-in of the second account meets the fault. */
const provedUnder: FaultDrill['steps'] = (broken) => [
  ...toTheWizard,
  broken,
  { kind: 'prove', who: 'second' },
];

/** Faults of signing in, and of what a sign-in gives. */
export const signInFaults = (): readonly FaultDrill[] => [
  {
    preset: 'token-answer-lost',
    title: $localize`Fault: the tokens never arrive`,
    shows: $localize`The sign-in is not believed, and a new one works.`,
    steps: (broken) => [
      ...provedUnder(broken),
      seesFailure('answer-lost', 'unreachable'),
      areUnchanged,
      { kind: 'tryAgain' },
      ...linkedFromTheStart,
    ],
  },
  {
    preset: 'wrong-nonce',
    title: $localize`Fault: a token for somebody else's sign-in`,
    shows: $localize`The token is refused, and nothing of it is used.`,
    steps: (broken) => [...provedUnder(broken), seesFailure('sign-in-failed'), areUnchanged],
  },
  {
    preset: 'keys-rotated',
    title: $localize`Fault: the tenant has changed its key`,
    shows: $localize`Old tokens are refused; the person signs in again, and the link is made.`,
    steps: (broken) => [
      { kind: 'signIn', who: 'first' },
      broken,
      { kind: 'openWizard' },
      seesFailure('signed-out'),
      { kind: 'signInAgain', who: 'first' },
      ...linkedFromTheStart,
    ],
  },
  {
    preset: 'popup-never-returns',
    title: $localize`Fault: the sign-in window never returns`,
    shows: $localize`The page does not wait for ever: it can be left, and nothing has changed.`,
    steps: (broken) => [
      ...provedUnder(broken),
      sees('signingIn'),
      { kind: 'cancel' },
      sees('idle'),
      areUnchanged,
    ],
  },
  {
    preset: 'cookies-blocked',
    title: $localize`Fault: the tenant's cookies are blocked`,
    shows: $localize`Linking does not need them.`,
    steps: (broken) => [broken, ...upToReview, ...linked()],
  },
];
