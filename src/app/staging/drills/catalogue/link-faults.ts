import type { FailureCode } from '../../../identity/failure';
import type { FaultDrill } from './drill';
import { areLinked, areUnchanged, sees, seesFailure, upToReview } from './steps';

type Steps = FaultDrill['steps'];

/** The requests of the link meet the fault: it begins when all is chosen, and before it is agreed. */
const agreedUnder: Steps = (broken) => [
  ...upToReview,
  { kind: 'keep', who: 'first' },
  broken,
  { kind: 'agree' },
];

const linkedAllTheSame: Steps = (broken) => [...agreedUnder(broken), sees('done'), areLinked()];

const refusedAs =
  (code: FailureCode): Steps =>
  (broken) => [...agreedUnder(broken), seesFailure(code), areUnchanged];

/** Faults of what is asked about accounts, once everything is agreed. */
export const linkFaults = (): readonly FaultDrill[] => [
  {
    preset: 'link-answer-lost',
    title: $localize`Fault: the answer to the link is lost`,
    shows: $localize`The account is looked up, the link is found to be made, and nothing is called failed.`,
    steps: linkedAllTheSame,
  },
  {
    preset: 'link-409',
    title: $localize`Fault: the account is in use elsewhere`,
    shows: $localize`The refusal is said, and the settings are as they were.`,
    steps: refusedAs('conflict'),
  },
  {
    preset: 'expired-link-token',
    title: $localize`Fault: the second sign-in has expired`,
    shows: $localize`The refusal is said, nothing is written, and the link is made with a new sign-in.`,
    steps: refusedAs('rejected'),
  },
  {
    preset: 'management-429',
    title: $localize`Fault: too many requests`,
    shows: $localize`The application waits as long as it is told, and the link is made.`,
    steps: linkedAllTheSame,
  },
  {
    preset: 'malformed-json',
    title: $localize`Fault: half an answer`,
    shows: $localize`What breaks off is not believed: nothing is written on the strength of it, and it is said.`,
    steps: refusedAs('unreadable'),
  },
  {
    preset: 'slow-tenant',
    title: $localize`Fault: a slow tenant`,
    shows: $localize`The page shows that it is busy, and the link is made once.`,
    steps: linkedAllTheSame,
  },
];
