import type { Step } from './drill';

/** What goes wrong, and what must come of a link all the same. */
export interface FaultDrill {
  /** The tenant's name for the fault. */
  readonly preset: string;
  readonly title: string;
  readonly shows: string;
  readonly steps: readonly Step[];
}

export const broken = (preset: string): Step => ({ kind: 'breakTenant', preset });

export const unchanged: Step = { kind: 'check', accounts: { kind: 'unchanged' } };
