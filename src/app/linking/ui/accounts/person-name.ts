import { labelOf, type Account } from '../../../identity/account';
import { displayText } from '../../../identity/text/display-text';
import { phoneText } from '../../../identity/text/phone-text';

/** What the person of an account is called; an address stands for somebody who has no name. */
export const personName = (account: Account): string =>
  [account.profile.name, account.identities[0].profile.name]
    .map((name) => phoneText(displayText(name ?? '')))
    .find((name) => name !== '') ?? labelOf(account);
