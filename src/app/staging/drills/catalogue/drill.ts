import type { Connection } from '../../../identity/connection';
import type { FailureCode } from '../../../identity/failure';
import type { JsonObject } from '../../../identity/json';

/** Who takes part: whose account it is that links, the one to be linked with it, and one that is a mistake. */
export type Who = 'first' | 'second' | 'third';

/** An account that a drill needs: where it is, and what it has before anything happens. */
export interface Part {
  readonly connection: Connection;
  readonly isVerified: boolean;
  readonly settings: JsonObject;
}

export type Participants = Readonly<Partial<Record<Who, Part>>>;

/** The account that is kept, and the one that has joined it. */
export interface Pair {
  readonly kept: Who;
  readonly joined: Who;
}

/** How the accounts are to be at some point of a drill. */
export type AccountsExpected =
  | { readonly kind: 'unchanged' }
  /** One has joined the other, and nothing of either is lost; `settings` have the values that were chosen. */
  | (Pair & { readonly kind: 'linked'; readonly settings?: JsonObject })
  /** They are two again; what one has brought the other stays with it. */
  | (Pair & { readonly kind: 'apart' });

/** What the application is to show: a state of its pages, or one of some failures by its code. */
export type Shown =
  | { readonly kind: 'phase'; readonly phase: string }
  | { readonly kind: 'failure'; readonly codes: readonly FailureCode[] };

/** One thing that is done, seen or checked. People read it as a sentence; on the local tenant it is carried out. */
export type Step =
  | { readonly kind: 'signIn' | 'prove' | 'proveAnother' | 'confirm'; readonly who: Who }
  | { readonly kind: 'tryAgain' | 'signInAgain' | 'keep' | 'unlink'; readonly who: Who }
  | { readonly kind: 'openWizard' | 'agree' | 'cancel' | 'goBack' }
  | { readonly kind: 'takeTheirs'; readonly setting: string }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'breakTenant'; readonly preset: string }
  | { readonly kind: 'see'; readonly shows: Shown }
  | { readonly kind: 'check'; readonly accounts: AccountsExpected };

export type DrillGroup = 'links' | 'choices' | 'refusals' | 'faults';

/** An exercise: on whom, what is done, and what must come of it. */
export interface Drill {
  readonly id: string;
  readonly group: DrillGroup;
  readonly title: string;
  /** What it shows when it passes. */
  readonly shows: string;
  /** What is written at the tenant while it runs. */
  readonly writes: string;
  /** The connection that the wizard is opened for. */
  readonly connection: Connection;
  readonly participants: Participants;
  readonly steps: readonly Step[];
  /** The tenant's fault that has to happen; only the local tenant can be broken on purpose. */
  readonly fault?: string;
}

/** A drill of a fault: what goes wrong, and what must come of a link all the same. */
export interface FaultDrill extends Pick<Drill, 'title' | 'shows'> {
  /** The tenant's name for the fault. */
  readonly preset: string;
  /** What is done before and after the step that has the tenant misbehave. */
  readonly steps: (broken: Step) => readonly Step[];
}
