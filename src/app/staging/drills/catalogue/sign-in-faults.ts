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
    shows: $localize`Nobody is signed in by it, and a new sign-in works.`,
    steps: (broken) => [
      ...provedUnder(broken),
      seesFailure('answer-lost', 'unreachable'),
      areUnchanged,
      { kind: 'tryAgain', who: 'second' },
      sees('reviewing'),
      ...linked(),
    ],
  },
  {
    preset: 'wrong-nonce',
    title: $localize`Fault: a token for someone else's sign-in`,
    shows: $localize`The page refuses the token, and uses nothing of it.`,
    steps: (broken) => [...provedUnder(broken), seesFailure('sign-in-failed'), areUnchanged],
  },
  {
    preset: 'keys-rotated',
    title: $localize`Fault: the tenant has changed its key`,
    shows: $localize`The tenant refuses old tokens. The person signs in again and makes the link.`,
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
    shows: $localize`The page does not wait forever: the person can cancel, and nothing has changed.`,
    steps: (broken) => [
      ...provedUnder(broken),
      sees('signingIn'),
      { kind: 'cancel' },
      areUnchanged,
    ],
  },
  {
    preset: 'cookies-blocked',
    title: $localize`Fault: the tenant's cookies are blocked`,
    shows: $localize`Linking works without them.`,
    steps: (broken) => [broken, ...upToReview, ...linked()],
  },
];
