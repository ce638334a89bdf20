import type { IdToken } from '@auth0/auth0-spa-js';

import { sessionStateOf } from './session-state';

const claims: IdToken = {
  __raw: 'token',
  sub: 'auth0|ada',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
};
const ada = { subject: 'auth0|ada', name: 'Ada Lovelace', loginHint: 'ada@example.com' };
const eve = { subject: 'auth0|eve', name: 'Eve' };

describe('sessionStateOf', () => {
  it('is signed in when nobody was before', () => {
    expect(sessionStateOf({ claims })).toEqual({
      status: 'signedIn',
      user: ada,
    });
  });

  it('is signed in when the same person was before, by subject and not by name', () => {
    const before = { subject: 'auth0|ada', name: 'Countess' };

    expect(sessionStateOf({ claims, pinned: before })).toEqual({
      status: 'signedIn',
      user: ada,
    });
  });

  it('is another person’s when the subject is another, however alike the rest', () => {
    const expected = { ...ada, subject: 'auth0|ada2' };

    expect(sessionStateOf({ claims, pinned: expected })).toEqual({
      status: 'anotherPerson',
      expected,
      found: ada,
    });
  });

  it('REL-40: is the person’s own when they have become the account that was to absorb theirs', () => {
    const before = { ...eve, successor: ada };

    expect(sessionStateOf({ claims, pinned: before })).toEqual({
      status: 'signedIn',
      user: ada,
    });
  });

  it('remembers whom the person is about to become, for as long as they have not', () => {
    const before = { ...ada, successor: eve };

    expect(sessionStateOf({ claims, pinned: before })).toEqual({
      status: 'signedIn',
      user: before,
    });
  });

  it('is a new person’s where this browser was last used by somebody else', () => {
    expect(sessionStateOf({ claims, isNewHere: true })).toEqual({
      status: 'newPerson',
      found: ada,
    });
  });

  it('asks nobody in their own tab who they are, whoever used the browser since', () => {
    expect(sessionStateOf({ claims, pinned: ada, isNewHere: true })).toEqual({
      status: 'signedIn',
      user: ada,
    });
    expect(sessionStateOf({ claims, pinned: eve, isNewHere: true })).toMatchObject({
      status: 'anotherPerson',
    });
  });

  it.each([null, undefined])('is signed out when the SDK found %s', (found) => {
    expect(sessionStateOf({ claims: found })).toEqual({ status: 'signedOut' });
  });

  it('says whose tab it still is', () => {
    expect(sessionStateOf({ claims: null, pinned: eve })).toEqual({
      status: 'signedOut',
      expected: eve,
    });
  });

  it.each<[string, Error, string]>([
    ['denied', Object.assign(new Error('Call 0900'), { error: 'access_denied' }), 'denied'],
    ['blocked', Object.assign(new Error('x'), { error: 'unauthorized' }), 'blocked'],
    ['not set up', Object.assign(new Error('x'), { error: 'invalid_request' }), 'not-set-up'],
    ['too much', Object.assign(new Error('x'), { error: 'temporarily_unavailable' }), 'busy'],
    ['in trouble', Object.assign(new Error('x'), { error: 'server_error' }), 'tenant-error'],
    ['not answered', new TypeError('Failed to fetch'), 'unreachable'],
    ['failed by a page', Object.assign(new Error('x'), { error: 'login_required' }), 'failed'],
    ['failed otherwise', new Error('x'), 'failed'],
  ])('says that the sign-in was %s, in no words of the tenant', (_case, error, problem) => {
    expect(sessionStateOf({ claims: null, error })).toEqual({ status: 'signedOut', problem });
  });

  it('does not speak of a problem to somebody who is signed in', () => {
    expect(sessionStateOf({ claims, error: new Error('x') })).toEqual({
      status: 'signedIn',
      user: ada,
    });
  });

  it.each<[Partial<IdToken>, string]>([
    [{ name: 'Ada Lovelace', nickname: 'ada', email: 'ada@example.com' }, 'Ada Lovelace'],
    [{ nickname: 'ada', email: 'ada@example.com' }, 'ada'],
    [{ email: 'ada@example.com' }, 'ada@example.com'],
    [{ name: '\u200B\u202E', nickname: ' ', email: 'ada@example.com' }, 'ada@example.com'],
  ])('calls the person what is known: %j', (fields, name) => {
    const found: IdToken = { __raw: 'token', sub: 'auth0|ada', ...fields };

    expect(sessionStateOf({ claims: found })).toMatchObject({ user: { name } });
  });

  it('has no hint for the sign-in page without an e-mail address', () => {
    const found: IdToken = { __raw: 'token', sub: 'sms|1', name: 'Ada' };

    expect(sessionStateOf({ claims: found })).toEqual({
      status: 'signedIn',
      user: { subject: 'sms|1', name: 'Ada' },
    });
  });
});
