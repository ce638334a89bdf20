import type { User } from '../../app/session/user/user';
import { hasSignedIn, keepsPin, readDeparture, type Entry } from './portal-pin';

const ada: User = { subject: 'auth0|ada', name: 'Ada' };
const claimsOf = (sub: string, nonce = 'new') => ({ __raw: 'x', sub, nonce });

const entry = (changes: Partial<Entry>): Entry => ({
  claims: claimsOf('auth0|ada'),
  pinned: ada,
  departure: undefined,
  isSecondReturn: false,
  ...changes,
});

describe('keepsPin', () => {
  it.each<[string, Partial<Entry>, boolean]>([
    ['is the portal’s', {}, true],
    ['was never pinned', { pinned: undefined }, false],
    ['is another one than at an earlier visit', { claims: claimsOf('github|7') }, false],
    ['is gone', { claims: null }, false],
    [
      'has become another one by a sign-in of ours',
      { claims: claimsOf('github|7'), departure: { kind: 'signIn' } },
      true,
    ],
    [
      'has become another one while our pages were open',
      { claims: claimsOf('github|7'), departure: { kind: 'changed' } },
      true,
    ],
    [
      'has become another one during a second sign-in on the full page',
      { claims: claimsOf('github|7'), isSecondReturn: true },
      true,
    ],
    [
      'is the account that they were about to become',
      {
        claims: claimsOf('github|7'),
        pinned: { ...ada, successor: { subject: 'github|7', name: 'Ada' } },
      },
      true,
    ],
  ])(
    'SEC-40: judges whether the tab is still theirs where the person %s',
    (_what, changes, kept) => {
      expect(keepsPin(entry(changes))).toBe(kept);
    },
  );
});

describe('hasSignedIn', () => {
  it.each<[string, Partial<Entry>, boolean]>([
    ['by an ID token of its own', { departure: { kind: 'signIn', nonce: 'old' } }, true],
    ['by the first one', { departure: { kind: 'signIn' } }, true],
    ['not by Back, with the old one', { departure: { kind: 'signIn', nonce: 'new' } }, false],
    ['not where nobody has left', {}, false],
    ['not where the portal has changed', { departure: { kind: 'changed' } }, false],
    ['not with nobody', { claims: null, departure: { kind: 'signIn' } }, false],
  ])('knows a sign-in %s', (_what, changes, has) => {
    expect(hasSignedIn(entry(changes))).toBe(has);
  });
});

describe('readDeparture', () => {
  it.each<[unknown, unknown]>([
    [
      { kind: 'signIn', nonce: 'old' },
      { kind: 'signIn', nonce: 'old' },
    ],
    [{ kind: 'signIn', nonce: 7 }, { kind: 'signIn' }],
    [{ kind: 'changed' }, { kind: 'changed' }],
    [{ kind: 'else' }, undefined],
    ['signIn', undefined],
    [undefined, undefined],
  ])('reads %j', (kept, departure) => {
    expect(readDeparture(kept)).toEqual(departure);
  });
});
