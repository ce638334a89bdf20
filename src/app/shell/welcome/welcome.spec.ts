import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { Connection } from '../../identity/connection';
import { PrimarySession } from '../../session/primary/primary-session';
import type { SessionState } from '../../session/primary/session-state';
import { LeavingError } from '../../session/sign-in/leaving-error';
import { Welcome } from './welcome';

const ada = { subject: 'auth0|ada', name: 'Ada' };
const sms: Connection = {
  name: 'sms',
  strategy: 'sms',
  label: 'Phone number',
  transport: 'embedded',
};
const email: Connection = { name: 'email', strategy: 'email', label: 'Mail', transport: 'auto' };
const google: Connection = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'auto',
};
const eve = { subject: 'auth0|eve', name: '<img src=x onerror=alert(1)>' };

async function setUp(
  state: SessionState,
  { connections = [], toAdd }: { connections?: readonly Connection[]; toAdd?: string } = {},
) {
  const session = {
    state: signal(state),
    signIn: jest.fn(() => Promise.resolve()),
    signOut: jest.fn(() => Promise.resolve()),
    welcome: jest.fn(() => Promise.resolve()),
    startAgain: jest.fn(),
    toAdd,
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: PrimarySession, useValue: session },
      { provide: LIGATURE_CONFIG, useValue: { branding: { productName: 'Acme' }, connections } },
    ],
  });
  const fixture = TestBed.createComponent(Welcome);
  await fixture.whenStable();
  // Codes are loaded only then.
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  // Whom to ask is said at any failure.
  const buttons = [...root.querySelectorAll('button')].filter(
    (button) => button.closest('app-support-note') === null,
  );

  return {
    root,
    session,
    names: buttons.map(({ textContent }) => textContent.trim()),
    press: async (name: string) => {
      buttons.find(({ textContent }) => textContent.trim() === name)?.click();
      await fixture.whenStable();
    },
    alert: root.querySelector('[role=alert]'),
  };
}

describe('Welcome', () => {
  it('offers nothing to press before it is known who is signed in', async () => {
    expect((await setUp({ status: 'starting' })).names).toEqual([]);
  });

  it('lets somebody sign in', async () => {
    const { names, press, session } = await setUp({ status: 'signedOut' });
    await press('Sign in');

    expect(names).toEqual(['Sign in']);
    expect(session.signIn).toHaveBeenCalledTimes(1);
  });

  it.each([
    [[sms], ['Sign in with a text message']],
    [[email], ['Sign in with a code by email']],
    [
      [sms, email],
      ['By text message', 'By email'],
    ],
    [
      [sms, { ...sms, name: 'sms-2', label: 'Work phone' }],
      ['Phone number', 'Work phone'],
    ],
  ])('offers what the sign-in page may not, quietly: a code of %j', async (connections, words) => {
    const { names, press, session } = await setUp({ status: 'signedOut' }, { connections });
    const [first = ''] = words;
    await press(first);

    expect(names).toEqual(['Sign in', ...words]);
    expect(session.signIn.mock.calls).toEqual([[undefined, connections[0]?.name]]);
  });

  it('offers codes as well to somebody whose session has ended, or whose tab it is not', async () => {
    const connections = [sms, google];
    const ended = await setUp({ status: 'signedOut', expected: ada }, { connections });
    TestBed.resetTestingModule();
    const state = { status: 'anotherPerson', expected: ada, found: eve } as const;
    const other = await setUp(state, { connections });

    for (const { names } of [ended, other]) {
      expect(names).toEqual(['Sign in', 'Sign in with a text message', "I'm someone else"]);
    }
  });

  it('says what comes after the sign-in to another account that a method is added to', async () => {
    const { root } = await setUp({ status: 'signedOut' }, { connections: [sms], toAdd: 'sms' });

    expect(root.querySelector('[role=status]')?.textContent).toContain('add your sign-in method');
  });

  it('leads the signed-in person to their methods', async () => {
    const { root } = await setUp({ status: 'signedIn', user: ada });

    expect(root.querySelector('a')?.getAttribute('href')).toBe('/account');
  });

  it.each([
    ['denied', 'The sign-in was cancelled or refused', 'Sign in'],
    ['blocked', "You can't use that account here", 'Sign in with another account'],
    ['not-set-up', 'ask for a new one', 'Sign in'],
    ['unreachable', "can't reach", 'Sign in'],
    ['busy', 'is busy', 'Sign in'],
    ['tenant-error', 'has a problem', 'Sign in'],
    ['failed', 'Something went wrong', 'Sign in'],
  ] as const)('says why nobody was signed in: %s', async (problem, words, offer) => {
    const { alert, names } = await setUp({ status: 'signedOut', problem });

    expect(alert?.getAttribute('data-failure')).toBe(problem);
    expect(alert?.textContent).toContain(words);
    // Whoever has cancelled it is not alarmed at it.
    expect(alert?.classList.contains('failed')).toBe(problem !== 'denied');
    expect(names).toEqual([offer]);
  });

  it.each([
    ['storage-refused', 'Load this page again'],
    ['storage-silent', 'Load this page again'],
    ['no-crypto', 'Load this page again'],
    ['code-missing', 'Load this page again'],
    ['not-begun', 'Load this page again'],
    ['offline', 'Sign in'],
    ['forgotten', 'Sign in'],
  ] as const)(
    'says what keeps somebody from signing in, and what is next: %s',
    async (problem, next) => {
      const { alert, names } = await setUp({ status: 'signedOut', problem });

      expect(alert?.getAttribute('data-failure')).toBe(problem);
      expect(alert?.querySelectorAll('p')).toHaveLength(2);
      expect(names).toEqual([next]);
    },
  );

  it('says that it goes on until the next page answers', async () => {
    const { root, session, press } = await setUp({ status: 'signedOut' });
    expect(root.querySelector('[role=status]')).toBeNull();
    session.signIn.mockResolvedValue(undefined);
    await press('Sign in');

    expect(root.querySelector('[role=status]')?.textContent).toContain('One moment');
  });

  it('says why leaving failed, and leads on', async () => {
    const { root, session, press } = await setUp({ status: 'signedOut' });
    session.signIn.mockRejectedValue(new LeavingError('code-missing'));
    await press('Sign in');

    expect(root.querySelector('[role=alert]')?.getAttribute('data-failure')).toBe('code-missing');
    root.querySelector('button')?.click();
    expect(session.startAgain).toHaveBeenCalledTimes(1);
  });

  it.each<[SessionState, string]>([
    [{ status: 'newPerson', found: ada }, 'Continue as Ada'],
    [{ status: 'newPerson', found: ada }, "I'm someone else"],
    [{ status: 'anotherPerson', expected: ada, found: eve }, 'Sign in'],
    [{ status: 'anotherPerson', expected: ada, found: eve }, "I'm someone else"],
    [{ status: 'signedOut', expected: ada }, "I'm someone else"],
  ])('says why leaving failed, whoever is here: %j, %s', async (state, button) => {
    const { root, session, press } = await setUp(state);
    for (const leave of [session.signIn, session.signOut, session.welcome]) {
      leave.mockRejectedValue(new LeavingError('offline'));
    }
    await press(button);

    expect(root.querySelector('[data-failure="offline"]')).not.toBeNull();
  });

  it('says that the tenant has not been told of a sign-out, and tells it', async () => {
    const { alert, names, press, session } = await setUp({
      status: 'signedOut',
      problem: 'still-known',
    });
    await press('Sign out there too');

    expect(alert?.textContent).toContain('not at the sign-in service');
    expect(names).toEqual(['Sign out there too']);
    expect(session.signOut).toHaveBeenCalledTimes(1);
  });

  it('lets a person whose session has ended sign in again, or give the tab up', async () => {
    const { root, press, session } = await setUp({ status: 'signedOut', expected: ada });
    await press("I'm someone else");

    expect(root.textContent).toContain('Sign in again as Ada');
    expect(session.signOut).toHaveBeenCalledTimes(1);
    expect(session.signIn).not.toHaveBeenCalled();
  });

  it('asks a new person whether it is them, and lets them in when they say so', async () => {
    const { alert, names, press, session } = await setUp({ status: 'newPerson', found: ada });
    await press('Continue as Ada');

    expect(alert?.getAttribute('data-failure')).toBe('new-person');
    expect(names).toEqual(['Continue as Ada', "I'm someone else"]);
    expect(session.welcome.mock.calls).toEqual([[ada]]);
  });

  it('lets a new person say that they are somebody else, and lets nobody in', async () => {
    const { press, session } = await setUp({ status: 'newPerson', found: ada });
    await press("I'm someone else");

    expect(session.signOut).toHaveBeenCalledTimes(1);
    expect(session.welcome).not.toHaveBeenCalled();
  });

  it('names both people when the sign-in was another person’s', async () => {
    const { alert } = await setUp({ status: 'anotherPerson', expected: ada, found: eve });

    expect(alert?.getAttribute('data-failure')).toBe('another-person');
    expect(alert?.textContent).toContain('belongs to Ada');
  });

  it('SEC-30: shows a name from outside as text', async () => {
    const { root } = await setUp({ status: 'newPerson', found: eve });

    expect(root.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(root.querySelector('img[onerror]')).toBeNull();
  });
});
