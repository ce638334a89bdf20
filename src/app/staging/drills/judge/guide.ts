import type { FailureCode } from '../../../identity/failure';
import type { Drill, Who } from '../catalogue/drill';

/** Why a guided drill does not go on. */
export type GuideProblem =
  FailureCode | 'taken-twice' | 'verified-already' | 'not-prepared' | 'no-window' | 'window-unseen';

/** Who has been proven for which part, by what people call the account; shown to the admin alone. */
export type ProvenNames = Readonly<Partial<Record<Who, string>>>;

/** A drill that a person goes through, from choosing the accounts to putting them back. */
export type Guide =
  | { readonly status: 'none' }
  | {
      readonly status: 'choosing';
      readonly drill: Drill;
      readonly proven: ProvenNames;
      readonly asking?: Who;
      readonly problem?: GuideProblem;
    }
  | { readonly status: 'preparing'; readonly drill: Drill }
  | { readonly status: 'going'; readonly drill: Drill; readonly proven: ProvenNames }
  | { readonly status: 'puttingBack'; readonly drill: Drill };

/**
 * The parts of a drill, in the order in which their accounts are proven. The tenant's own session follows the
 * latest sign-in: with the first account last, it is that account which the window of the drill signs in with.
 */
export const partsOf = ({ participants }: Drill): readonly Who[] =>
  (['third', 'second', 'first'] as const).filter((who) => participants[who] !== undefined);

/** The part whose account is to be proven now; `undefined` when all of them are. */
export const nextPart = (drill: Drill, proven: ProvenNames): Who | undefined =>
  partsOf(drill).find((who) => proven[who] === undefined);
