import { hasNothingToLose, hasNothingToMerge, type LinkPlan } from '../identity/link/link-plan';
import { judgeAccounts } from './judge-accounts';
import type { LinkResult } from './link-result';
import type { LinkWorld } from './link-world';
import { readBoth } from './read-both';

/**
 * Reads the accounts afresh, side by side, and says how the link ends if they are not what the person agreed to.
 * How short ago they were read proves nothing: another device needs no time to write.
 */
export async function recheckLink(
  world: LinkWorld,
  plan: LinkPlan,
): Promise<LinkResult | undefined> {
  // Where nothing moves and nothing ends, it makes no difference what the kept account has.
  const isKeptRead = !hasNothingToMerge(plan) || !hasNothingToLose(plan);
  if (isKeptRead) return judgeAccounts(plan, await readBoth(world));
  const joining = await world.readSecondary();

  return judgeAccounts(plan, {
    ...(!joining.known && { kept: await world.readPrimary() }),
    joining,
  });
}
