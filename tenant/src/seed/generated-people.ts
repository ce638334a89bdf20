import type { Identity, Profile, User } from '../state/people/user.ts';

const givenNames = [
  ...['Amara', 'Bruno', 'Chiara', 'Dilan', 'Elif', 'Farid', 'Greta', 'Hiro', 'Ines', 'Jonas'],
  ...['Kaia', 'Leon', 'Mei', 'Nadia', 'Oskar', 'Priya', 'Quentin', 'Rosa', 'Sami', 'Tove'],
  ...['Uma', 'Viktor', 'Wanda', 'Xenia', 'Yusuf', 'Zofia', 'Björn', 'Zoë', 'Łukasz'],
];
const familyNames = [
  ...['Abara', 'Bianchi', 'Costa', 'Dubois', 'Eriksen', 'Fischer', 'Garcia', 'Haddad', 'Ivanova'],
  ...['Jansen', 'Kowalski', 'Lindqvist', 'Moreau', 'Nakamura', 'Okafor', 'Petrov', 'Quispe'],
  ...['Rossi', 'Schmidt', 'Tanaka', 'Ueda', 'Vargas', 'Weber', 'Yilmaz', 'Zhang', 'O’Neill'],
];
const languages = ['en', 'de', 'fr', 'es', 'pl', 'ja'];
const password = 'Generated-1';
const firstDayMs = Date.parse('2022-01-01T00:00:00.000Z');
const hourMs = 3_600_000;

const plainGivenNames = givenNames.map(asciiOf);
const plainFamilyNames = familyNames.map(asciiOf);

/** What one connection gives the n-th person. */
type MakeIdentity = (index: number, profile: Profile) => Identity;

/** The first identity of every fifth person is at the same one of these; two in five have a password. */
const firstIdentities: readonly MakeIdentity[] = [
  passwordIdentity,
  googleIdentity,
  passwordIdentity,
  githubIdentity,
  smsIdentity,
];

/**
 * Makes up people, the same ones at every start: with passwords (all `Generated-1`), social and SMS
 * accounts; every seventh has two identities, every fiftieth an e-mail address nobody has verified,
 * and every hundredth is blocked.
 */
export function generatePeople(count: number): readonly User[] {
  return Array.from({ length: count }, (_, index) => generatePerson(index));
}

function generatePerson(index: number): User {
  const profile = generateProfile(index);
  const makeFirst = firstIdentities[index % firstIdentities.length] ?? passwordIdentity;
  const first = makeFirst(index, profile);
  const others = index % 7 === 3 ? [facebookIdentity(index, profile)] : [];
  const created = new Date(firstDayMs + ((index * 7919) % 40_000) * hourMs).toISOString();

  return {
    user_id: `${first.provider}|${first.user_id}`,
    identities: [first, ...others],
    created_at: created,
    updated_at: created,
    ...(index % 100 === 99 && { blocked: true }),
    user_metadata: {
      language: pick(languages, index),
      newsletter: index % 3 === 0,
    },
    logins_count: index % 250,
  };
}

function generateProfile(index: number): Profile {
  const familyIndex = Math.floor(index / givenNames.length);
  const given_name = pick(givenNames, index);
  const family_name = pick(familyNames, familyIndex);
  const nickname = `${pick(plainGivenNames, index)}.${pick(plainFamilyNames, familyIndex)}.${index}`;

  return {
    email: `${nickname}@people.example`,
    email_verified: index % 50 !== 49,
    name: `${given_name} ${family_name}`,
    given_name,
    family_name,
    nickname,
  };
}

function passwordIdentity(index: number, profile: Profile): Identity {
  return {
    connection: 'Username-Password-Authentication',
    provider: 'auth0',
    user_id: hexId(index),
    isSocial: false,
    profile,
    password,
  };
}

function googleIdentity(index: number, profile: Profile): Identity {
  return social('google-oauth2', `1${String(index).padStart(20, '0')}`, profile);
}

function githubIdentity(index: number, profile: Profile): Identity {
  return social('github', 20_000_000 + index, profile);
}

function facebookIdentity(index: number, profile: Profile): Identity {
  return social('facebook', `1${String(index).padStart(16, '0')}`, profile);
}

function social(provider: string, user_id: string | number, profile: Profile): Identity {
  return { connection: provider, provider, user_id, isSocial: true, profile };
}

function smsIdentity(index: number): Identity {
  const phone_number = `+1555${String(index).padStart(7, '0')}`;

  return {
    connection: 'sms',
    provider: 'sms',
    user_id: hexId(index),
    isSocial: false,
    profile: { phone_number, phone_verified: true },
  };
}

/** Twenty-four hexadecimal digits that look like chance and are not. */
function hexId(index: number): string {
  return [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35]
    .map((factor) => Math.imul(index + 1, factor) >>> 0)
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('');
}

function asciiOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}
