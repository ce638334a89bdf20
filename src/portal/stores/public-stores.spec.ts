import { NEVER, of } from 'rxjs';

import type { LinkProposal } from '../../app/identity/link/link-plan';
import { journalKey } from '../../app/identity/settings/reserved-settings';
import { LinkPlanner, type PlanningEvent } from '../../app/linking/link-page/store/link-planner';
import { google } from '../../app/linking/testing/ada';
import { linkingStoreIn } from '../../app/linking/testing/linking-neighbours';
import { proposal, second } from '../../app/linking/testing/proposed-link';
import type { LinkReview } from './ligature-stores';
import { publicLinking } from './public-stores';

/** A link of two accounts, as it is reviewed on a page of the portal's own. */
function setUp(proposed: LinkProposal = proposal) {
  const event: PlanningEvent = { kind: 'proposed', proposal: proposed, session: second };
  const saga = { link: jest.fn(() => NEVER) };
  const store = linkingStoreIn(
    { saga },
    { provide: LinkPlanner, useValue: { plan: () => of(event) } },
  );
  const linking = publicLinking(store, [google]);
  linking.signIn(google);

  return { linking, saga, review: linking.progress() as LinkReview };
}

describe('the stores for a page of the portal’s own', () => {
  it('link what has been agreed to', () => {
    const { linking, saga, review } = setUp();
    expect(review.plan.kept.userId).toBe(proposal.first.userId);
    linking.link(review);

    expect(saga.link).toHaveBeenCalledTimes(1);
  });

  it('send nothing that has changed since', () => {
    const { linking, saga, review } = setUp();
    linking.chooseDirection('keepSecond');
    linking.link(review);

    expect(saga.link).not.toHaveBeenCalled();
  });

  it('send nothing that can’t be carried out', () => {
    const settings = new Map([[journalKey, {}]]);
    const { linking, saga, review } = setUp({
      ...proposal,
      second: { ...proposal.second, settings },
    });
    expect(review.plan.blockers).not.toEqual([]);
    linking.link(review);

    expect(saga.link).not.toHaveBeenCalled();
  });

  it('know the connections of the configuration alone', () => {
    const { linking } = setUp();

    expect(() => linking.signIn({ ...google, name: 'acme' })).toThrow(RangeError);
  });
});
