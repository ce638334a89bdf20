import { labelOf, type Account } from '../../identity/account';
import { providerLabel, type Connection } from '../../identity/connection';
import { connectionKind } from '../../identity/connection-kinds';
import type { LinkPlan } from '../../identity/link/link-plan';

/** What the messages of an account's own method go to; such a number or address is no account to people. */
export const messageToOf = ({ identities }: Account): MessageTo | undefined =>
  connectionKind(identities[0].provider).messageTo;

export type MessageTo = 'phone' | 'email';

/** What people call an account: by its provider, or by the number or the address where that is all there is. */
export const calledName = (account: Account, connections: readonly Connection[]): string =>
  messageToOf(account) === undefined
    ? providerLabel(connections, account.identities[0])
    : labelOf(account);

/** What a link does nothing but add to the account in use: a phone number or an email address. */
export const addedBy = ({
  direction,
  absorbed,
}: Pick<LinkPlan, 'direction' | 'absorbed'>): MessageTo | undefined =>
  direction === 'keepFirst' && absorbed.identities.length === 1 ? messageToOf(absorbed) : undefined;

/** Whether what is added had no account of its own before this sign-in, so that there is nothing to lose. */
export const losesNothing = (plan: LinkPlan): boolean =>
  addedBy(plan) !== undefined &&
  !plan.absorbed.hasAppMetadata &&
  plan.warnings.some(
    (warning) =>
      (warning.kind === 'newborn' || warning.kind === 'unlinkedBefore') &&
      warning.hasSettings !== true,
  );
