import type { Account } from '../account';
import type { IdentityProfile } from '../identity';
import { displayText } from '../text/display-text';

/** By what two accounts look like those of two people: their names, or the addresses where they have no two names. */
export type AccountDoubt = 'names' | 'addresses';

/**
 * Tells whether nothing speaks for two accounts being of one person: neither a name nor an e-mail address is the same,
 * and what both have differs. Of accounts that have nothing to compare, such as one with a phone alone, it says nothing.
 */
export function doubtBetween(one: Account, other: Account): AccountDoubt | undefined {
  const names = compared(textOf(one, 'name'), textOf(other, 'name'));
  const addresses = compared(textOf(one, 'email'), textOf(other, 'email'));
  if (names === 'same' || addresses === 'same') return undefined;
  if (names === 'different') return 'names';

  return addresses === 'different' ? 'addresses' : undefined;
}

/** As it is compared: letters of another case or form are the same. */
function textOf({ profile, identities }: Account, field: 'name' | 'email'): string {
  const text = textIn(profile, field);

  return text === '' ? textIn(identities[0].profile, field) : text;
}

function textIn(profile: IdentityProfile, field: 'name' | 'email'): string {
  const text = folded(profile[field]);
  // Many sign-ins call people by their address or number where they know no name.
  const isNoName = [profile.email, profile.phone, profile.username].map(folded).includes(text);

  return field === 'name' && isNoName ? '' : text;
}

const folded = (text = ''): string => displayText(text).normalize('NFKC').toLowerCase();

const compared = (one: string, other: string): 'same' | 'different' | 'unknown' => {
  if (one === '' || other === '') return 'unknown';

  return one === other ? 'same' : 'different';
};
