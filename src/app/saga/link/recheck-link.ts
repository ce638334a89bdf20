import type { LinkPlan } from '../../identity/link/link-plan';
import type { LinkPort } from '../ports/link-port';
import { readBoth } from '../ports/read-both';
import { judgeAccounts } from './judge-accounts';
import type { LinkResult } from './link-result';

/**
 * Reads both accounts afresh, side by side, and says how the link ends if they are not what the person agreed to.
 * How short ago they were read proves nothing: another device needs no time to write, nor somebody who blocks one.
 */
export const recheckLink = async (
  port: LinkPort,
  plan: LinkPlan,
): Promise<LinkResult | undefined> => judgeAccounts(plan, await readBoth(port));
