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
    shows: $localize`The page looks at the account, finds that the link was made, and does not say that it failed.`,
    steps: linkedAllTheSame,
  },
  {
    preset: 'link-409',
    title: $localize`Fault: the account is in use elsewhere`,
    shows: $localize`The page says that the link was refused, and the settings are as they were.`,
    steps: refusedAs('conflict'),
  },
  {
    preset: 'expired-link-token',
    title: $localize`Fault: the second sign-in has expired`,
    shows: $localize`The page says that the link was refused, and nothing is written.`,
    steps: refusedAs('rejected'),
  },
  {
    preset: 'management-429',
    title: $localize`Fault: too many requests`,
    shows: $localize`The page waits as long as the tenant says, then makes the link.`,
    steps: linkedAllTheSame,
  },
  {
    preset: 'malformed-json',
    title: $localize`Fault: half an answer`,
    shows: $localize`The page does not believe an answer that breaks off: it writes nothing because of it, and says so.`,
    steps: refusedAs('unreadable'),
  },
  {
    preset: 'slow-tenant',
    title: $localize`Fault: a slow tenant`,
    shows: $localize`The page shows that it is busy, and makes the link once.`,
    steps: linkedAllTheSame,
  },
];
