import { LOCALE_ID, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { App } from './app';
import { CLOCK_SKEW } from './config/clock-skew';
import { LIGATURE_CONFIG } from './config/ligature-config';
import type { Support } from './identity/support';
import { SUPPORT } from './linking/notices/support';
import { PrimarySession } from './session/primary/primary-session';
import type { SessionState } from './session/primary/session-state';

const minute = 60_000;
const signedIn: SessionState = {
  status: 'signedIn',
  user: { subject: 'auth0|ada', name: 'Ada' },
};

const tenant = { origin: 'http://localhost:4400', environment: 'staging' };

async function setUp({
  state = signedIn,
  skew = 0,
  staging = false,
  support,
}: { state?: SessionState; skew?: number; staging?: boolean; support?: Support } = {}) {
  const session = { state: signal(state), signOut: jest.fn(() => Promise.resolve()) };
  const branding = { productName: 'Acme', logoUrl: null, theme: 'system' };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: PrimarySession, useValue: session },
      { provide: CLOCK_SKEW, useValue: skew },
      { provide: SUPPORT, useValue: support },
      { provide: LIGATURE_CONFIG, useValue: { branding, staging, tenant } },
    ],
  });
  const fixture = TestBed.createComponent(App);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;

  return {
    session,
    root,
    banner: root.querySelector('header')?.textContent ?? '',
    signOut: root.querySelector<HTMLElement>('[data-action=sign-out]'),
    avatar: root.querySelector<HTMLElement>('app-avatar'),
    clock: root.querySelector('[role=status]')?.textContent.replaceAll(/\s+/g, ' '),
  };
}

describe('App', () => {
  it('shows who is signed in by a picture beside the name, or by initials', async () => {
    const { avatar } = await setUp();
    expect(avatar?.dataset['initials']).toBe('A');
  });

  it('leads to whom the site names for help, in the menu', async () => {
    const { root } = await setUp({ support: { label: 'Acme IT Help', email: 'it@acme.example' } });
    const link = root.querySelector('#user-menu a');

    expect(link?.textContent.trim()).toBe('Acme IT Help');
    expect(link?.getAttribute('href')).toBe('mailto:it@acme.example');
  });

  it('says who is signed in, and lets them leave', async () => {
    const { banner, signOut, session } = await setUp();
    signOut?.click();

    expect(banner).toContain('Ada');
    expect(session.signOut).toHaveBeenCalledTimes(1);
  });

  it.each<SessionState>([
    { status: 'starting' },
    { status: 'signedOut' },
    { status: 'newPerson', found: { subject: 'auth0|eve', name: 'Eve' } },
  ])('offers no way out to somebody who is not in: %j', async (state) => {
    const { banner, signOut } = await setUp({ state });

    expect(signOut).toBeNull();
    expect(banner).not.toContain('Eve');
  });

  it('leads to the staging console only where there is one, signed in or not', async () => {
    expect((await setUp()).banner).not.toContain('Staging');
    TestBed.resetTestingModule();
    expect((await setUp({ staging: true })).banner).toContain('Staging');
    TestBed.resetTestingModule();
    const { banner } = await setUp({ staging: true, state: { status: 'signedOut' } });

    expect(banner).toContain('Staging');
  });

  it.each([
    [10 * minute, '10 minutes'],
    [-10 * minute, '10 minutes'],
    [1440 * minute, '1 day'],
    [2 * minute, '2 minutes'],
  ])('REL-26: says that the clock is wrong, by how much: %d', async (skew, words) => {
    expect((await setUp({ skew })).clock).toContain(`off by ${words}`);
  });

  it('says it in the language of the page', async () => {
    TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: 'de' }] });

    expect((await setUp({ skew: 10 * minute })).clock).toContain('10 Minuten');
  });

  it.each([0, 2 * minute - 1, 1 - 2 * minute])(
    'does not speak of a clock that is nearly right: %d',
    async (skew) => {
      expect((await setUp({ skew })).clock).toBeUndefined();
    },
  );
});
