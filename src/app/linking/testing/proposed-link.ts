import { of } from 'rxjs';

import type { LinkProposal } from '../../identity/link/link-plan';
import { LinkPlanner, type PlanningEvent } from '../link-page/store/link-planner';
import { ada, google, googleAda, now, proven } from './ada';
import { policy } from './linking-neighbours';

/** A link of Ada's account with the one at Google, and the session that proves that one. */
export const proposal: LinkProposal = {
  first: ada,
  second: googleAda,
  connection: google,
  policy,
  nowMs: now,
  proofExpiresAtMs: now + 600_000,
};
export const second = proven({ exp: proposal.proofExpiresAtMs / 1000 });

const proposed: PlanningEvent = { kind: 'proposed', proposal, session: second };

/** Proposes it at once, when a sign-in is asked for. */
export const provideProposal = {
  provide: LinkPlanner,
  useValue: { plan: () => of(proposed) },
};
