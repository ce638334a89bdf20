import type { LigatureConfig } from '../../config/ligature-config';
import type { Drill, Step } from './drill';
import { agreed, areLinked, upToReview } from './link-drills';
import { partsFor, usualConnection, type Parts } from './parts';

interface FaultDrill {
  readonly preset: string;
  readonly title: string;
  readonly shows: string;
  readonly steps: readonly Step[];
}

/** What must come of a link when the tenant or the network fails; only the local tenant fails on demand. */
export function faultDrills(config: LigatureConfig): readonly Drill[] {
  const parts = partsFor(config, usualConnection(config));

  return parts === undefined ? [] : all().map((fault) => drillOf(fault, parts));
}

const drillOf = ({ preset, title, shows, steps }: FaultDrill, parts: Parts): Drill => ({
  id: preset,
  group: 'faults',
  title,
  shows,
  writes: $localize`Has the local tenant misbehave, and joins the two accounts as far as that lets it.`,
  ...parts,
  steps,
  // Nothing asks for cookies where no frame and no embedded form is used, and that is what this one shows.
  ...(preset !== 'cookies-blocked' && { fault: preset }),
});

const unchanged: Step = { do: 'check', accounts: { are: 'unchanged' } };
const broken = (preset: string): Step => ({ do: 'breakTenant', preset });

/** A link on whose requests something goes wrong, and which is made all the same. */
const linkedAllTheSame = (preset: string): readonly Step[] => [
  ...upToReview,
  { do: 'keep', who: 'first' },
  broken(preset),
  { do: 'agree' },
  { do: 'see', shows: { phase: 'done' } },
  areLinked(),
];

const all = (): readonly FaultDrill[] => [
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
      { do: 'keep', who: 'first' },
      broken('link-409'),
      { do: 'agree' },
      { do: 'see', shows: { failure: 'conflict' } },
      unchanged,
    ],
  },
  {
    preset: 'expired-link-token',
    title: $localize`Fault: the second sign-in has expired`,
    shows: $localize`The refusal is said, nothing is written, and the link is made with a new sign-in.`,
    steps: [
      ...upToReview,
      { do: 'keep', who: 'first' },
      broken('expired-link-token'),
      { do: 'agree' },
      { do: 'see', shows: { failure: 'rejected' } },
      unchanged,
    ],
  },
  {
    preset: 'token-answer-lost',
    title: $localize`Fault: the tokens never arrive`,
    shows: $localize`The sign-in is not believed, and a new one works.`,
    steps: [
      ...upToReview.slice(0, 2),
      broken('token-answer-lost'),
      { do: 'prove', who: 'second' },
      { do: 'see', shows: { failure: ['sign-in-failed', 'unreachable'] } },
      unchanged,
      { do: 'tryAgain' },
      { do: 'see', shows: { phase: 'idle' } },
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
      { do: 'prove', who: 'second' },
      { do: 'see', shows: { failure: ['sign-in-failed'] } },
      unchanged,
    ],
  },
  {
    preset: 'keys-rotated',
    title: $localize`Fault: the tenant has changed its key`,
    shows: $localize`Old tokens are refused; the person signs in again, and the link is made.`,
    steps: [
      { do: 'signIn', who: 'first' },
      broken('keys-rotated'),
      { do: 'openWizard' },
      { do: 'see', shows: { failure: 'signed-out' } },
      { do: 'signInAgain', who: 'first' },
      { do: 'see', shows: { phase: 'idle' } },
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
      { do: 'prove', who: 'second' },
      { do: 'see', shows: { phase: 'signingIn' } },
      { do: 'cancel' },
      { do: 'see', shows: { phase: 'idle' } },
      unchanged,
    ],
  },
  {
    preset: 'cookies-blocked',
    title: $localize`Fault: the tenant's cookies are blocked`,
    shows: $localize`Linking does not need them.`,
    steps: [broken('cookies-blocked'), ...upToReview, ...agreed(), areLinked()],
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
      { do: 'keep', who: 'first' },
      broken('malformed-json'),
      { do: 'agree' },
      { do: 'see', shows: { failure: 'unreadable' } },
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
