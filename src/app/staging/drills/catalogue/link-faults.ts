import type { Step } from './drill';
import { broken, unchanged, type FaultDrill } from './fault-drill';
import { areLinked, upToReview } from './link-drills';

/** A link on whose requests something goes wrong, and which is made all the same. */
const linkedAllTheSame = (preset: string): readonly Step[] => [
  ...upToReview,
  { kind: 'keep', who: 'first' },
  broken(preset),
  { kind: 'agree' },
  { kind: 'see', shows: { phase: 'done' } },
  areLinked(),
];

/** Faults of what is asked about accounts, once everything is agreed. */
export const linkFaults = (): readonly FaultDrill[] => [
  {
    preset: 'link-answer-lost',
    title: $localize`Fault: the answer to the link is lost`,
    shows: $localize`The account is looked up, the link is found to be made, and nothing is called failed.`,
    steps: linkedAllTheSame('link-answer-lost'),
  },
  {
    preset: 'link-409',
    title: $localize`Fault: the account is in use elsewhere`,
    shows: $localize`The refusal is said, and the settings are as they were.`,
    steps: [
      ...upToReview,
      { kind: 'keep', who: 'first' },
      broken('link-409'),
      { kind: 'agree' },
      { kind: 'see', shows: { failure: 'conflict' } },
      unchanged,
    ],
  },
  {
    preset: 'expired-link-token',
    title: $localize`Fault: the second sign-in has expired`,
    shows: $localize`The refusal is said, nothing is written, and the link is made with a new sign-in.`,
    steps: [
      ...upToReview,
      { kind: 'keep', who: 'first' },
      broken('expired-link-token'),
      { kind: 'agree' },
      { kind: 'see', shows: { failure: 'rejected' } },
      unchanged,
    ],
  },
  {
    preset: 'management-429',
    title: $localize`Fault: too many requests`,
    shows: $localize`The application waits as long as it is told, and the link is made.`,
    steps: linkedAllTheSame('management-429'),
  },
  {
    preset: 'malformed-json',
    title: $localize`Fault: half an answer`,
    shows: $localize`What breaks off is not believed: nothing is written on the strength of it, and it is said.`,
    steps: [
      ...upToReview,
      { kind: 'keep', who: 'first' },
      broken('malformed-json'),
      { kind: 'agree' },
      { kind: 'see', shows: { failure: 'unreadable' } },
      unchanged,
    ],
  },
  {
    preset: 'slow-tenant',
    title: $localize`Fault: a slow tenant`,
    shows: $localize`The page shows that it is busy, and the link is made once.`,
    steps: linkedAllTheSame('slow-tenant'),
  },
];
