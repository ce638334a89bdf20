import type { FailureCode } from '../../identity/failure';
import type { LinkChoices, LinkPlan } from '../../identity/link/link-plan';
import type { LinkPolicy } from '../../identity/link/link-policy';
import type { SecondAccountPolicy } from '../../identity/sign-in/second-account';
import type { PreviewPerson } from './store/preview-person';

/** What of the policy decides about a link. */
export type PreviewPolicy = LinkPolicy & SecondAccountPolicy;

export type Side = 'first' | 'second';

/** Which account stands on a side: somebody of the local tenant by their id, or what was pasted. */
export type Chosen =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly userId: string }
  | { readonly kind: 'pasted'; readonly text: string };

/** What that person would see. */
export type Preview =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'refused'; readonly code: FailureCode }
  | { readonly kind: 'review'; readonly plan: LinkPlan };

export interface PreviewState {
  /** Everybody of the local tenant; empty where there is none. */
  readonly people: readonly PreviewPerson[];
  /** Whether there is a local tenant whose answer this page does not get to read. */
  readonly isSilent: boolean;
  readonly first: Chosen;
  readonly second: Chosen;
  readonly policy: PreviewPolicy;
  /** What was chosen in the review; what is proposed, where nothing was. */
  readonly choices: LinkChoices | undefined;
  readonly isShown: boolean;
  /** Whether somebody has agreed in the preview, which writes nothing. */
  readonly isAgreed: boolean;
}

export const initialPreviewState = (policy: PreviewPolicy): PreviewState => ({
  people: [],
  isSilent: false,
  first: { kind: 'nobody' },
  second: { kind: 'nobody' },
  policy,
  choices: undefined,
  isShown: false,
  isAgreed: false,
});

type Patch = Partial<PreviewState>;

const anew = { choices: undefined, isAgreed: false };

export const peopleFound = (people: readonly PreviewPerson[]): Patch => ({ people });
export const tenantSilent = (): Patch => ({ isSilent: true });
export const chosenIs = (side: Side, chosen: Chosen): Patch => ({ [side]: chosen, ...anew });
export const policyIs = (policy: PreviewPolicy): Patch => ({ policy, ...anew });
export const choicesAre = (choices: LinkChoices): Patch => ({ choices, isAgreed: false });
export const shownIs = (isShown: boolean): Patch => ({ isShown, ...anew });
export const agreed = (): Patch => ({ isAgreed: true });
