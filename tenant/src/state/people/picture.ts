import { hash } from 'node:crypto';

import type { Profile } from './user.ts';

/**
 * Makes the address of the picture that Auth0 finds for somebody who brings none: Gravatar's, with two letters to
 * fall back to. Path and query are the real ones; the host is the tenant, which draws the letters itself.
 */
export function pictureOf(profile: Profile, issuer: string): string {
  const { email, phone_number, username } = profile;
  const address = (email ?? phone_number ?? username ?? '').trim().toLowerCase();
  const fallback = `https://cdn.auth0.com/avatars/${lettersOf(profile)}.png`;

  return `${issuer}avatar/${hash('md5', address)}?s=480&r=pg&d=${encodeURIComponent(fallback)}`;
}

/** The initials of a name of several words; else the first two letters of what there is. */
function lettersOf({ given_name, family_name, name, email, username }: Profile): string {
  const whole = given_name && family_name ? `${given_name} ${family_name}` : name;
  const words = whole?.split(/\s+/).map(asciiOf).filter(Boolean) ?? [];
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length > 1) return `${first.slice(0, 1)}${last.slice(0, 1)}`;
  const letters = asciiOf(first || (email?.split('@')[0] ?? username ?? '')).slice(0, 2);

  return letters === '' ? 'default' : letters;
}

function asciiOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
