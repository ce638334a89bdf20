import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { NEVER, of, Subject, throwError, type Observable } from 'rxjs';

import type { Connection, Transport } from '../../identity/connection';
import type { SignInFailure } from '../../identity/failure';
import { accountWith } from '../../identity/testing/accounts';
import { plainlyDone, type LinkEvent, type LinkResult } from '../../saga/link/link-result';
import type { SecondarySession } from '../../session/secondary/client/secondary-session';
import { SignInError } from '../../session/sign-in/sign-in-error';
import { proven } from '../testing/ada';
import { accountsOf, adaSignedIn, provideLinkingNeighbours } from '../testing/linking-neighbours';
import { LinkPage } from './link-page';

const github = accountWith('github|7');

type Opened = Observable<{ kind: 'signedIn'; result: SecondarySession } | { kind: 'windowUnseen' }>;

interface Arranged {
  readonly opened?: Opened;
  readonly transport?: Transport;
  readonly authenticatedAtMs?: number;
  readonly address?: string;
  readonly ends?: Observable<LinkEvent>;
}

const signedIn: Opened = of({ kind: 'signedIn', result: proven({ sub: github.userId }) });
const ended = (result: LinkResult): Observable<LinkEvent> => of({ kind: 'ended', result });
const failed = (code: SignInFailure): Opened => throwError(() => new SignInError(code));

async function setUp(arranged: Arranged = {}) {
  const { opened = signedIn, transport = 'popup', address = 'github', ends = NEVER } = arranged;
  const connection: Connection = { name: 'github', strategy: 'github', label: 'GitHub', transport };
  const auth = {
    returned: () => undefined,
    leaveToSignIn: jest.fn<Observable<never>, [Connection]>(() => NEVER),
    signInByPopup: jest.fn<Opened, [Connection]>(() => opened),
    bringToFront: jest.fn(),
  };
  const confirmation = {
    confirm: () => NEVER,
    leave: jest.fn<Observable<never>, [string]>(() => NEVER),
  };
  const saga = { link: jest.fn(() => ends), findOut: jest.fn(() => NEVER) };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      provideLinkingNeighbours({
        connections: [connection],
        session: adaSignedIn(() => arranged.authenticatedAtMs ?? Date.now()),
        confirmation,
        api: accountsOf(of(github)),
        secondaryAuth: auth,
        saga,
        tenantSession: { givenBack: jest.fn() },
      }),
    ],
  });
  const fixture = TestBed.createComponent(LinkPage);
  fixture.componentRef.setInput('connection', address);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const buttons = () => [...root.querySelectorAll('button')];

  return {
    root,
    auth,
    saga,
    confirmation,
    settled: () => fixture.whenStable(),
    phase: () => root.getAttribute('data-phase'),
    names: () => buttons().map(({ textContent }) => textContent.trim()),
    press: async (name: string) => {
      buttons()
        .find(({ textContent }) => textContent.trim() === name)
        ?.click();
      await fixture.whenStable();
    },
  };
}

beforeAll(() =>
  Object.defineProperty(globalThis, 'matchMedia', { value: () => ({ matches: false }) }),
);
beforeEach(() => {
  localStorage.clear();
});
afterEach(() => jest.restoreAllMocks());

/** A review cannot be agreed to at once. */
const longEnoughToRead = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 700);
  });

describe('LinkPage', () => {
  it('goes from the click to the receipt, and writes nothing before the person agrees', async () => {
    const { saga, phase, press } = await setUp({
      ends: ended(plainlyDone),
    });
    expect(phase()).toBe('idle');
    await press('Continue with GitHub');
    expect(phase()).toBe('reviewing');
    expect(saga.link).not.toHaveBeenCalled();
    await longEnoughToRead();
    await press('Link accounts');

    expect(saga.link).toHaveBeenCalledTimes(1);
    expect(phase()).toBe('done');
  });

  it('has the person confirm first that it is them, when their sign-in is old', async () => {
    const { auth, names, phase } = await setUp({ authenticatedAtMs: Date.now() - 301_000 });

    expect(phase()).toBe('confirmingPrimary');
    expect(names()).toEqual(["Confirm it's you", 'Use full page instead', 'Cancel']);
    expect(auth.signInByPopup).not.toHaveBeenCalled();
  });

  it('comes back to this very method from a confirmation on the full page', async () => {
    const { root, confirmation, press } = await setUp({ authenticatedAtMs: 0 });
    expect(root.textContent).not.toContain('once more; what you chose is kept');
    await press('Use full page instead');

    expect(confirmation.leave.mock.calls).toEqual([['/account/link/github']]);
  });

  it('says what a confirmation on the full page costs once the other account is proven', async () => {
    const authenticatedAtMs = Date.now() - 299_000;
    const opened = new Subject<{ kind: 'signedIn'; result: SecondarySession }>();
    const { root, press, phase, settled } = await setUp({ opened, authenticatedAtMs });
    await press('Continue with GitHub');
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
    opened.next({ kind: 'signedIn', result: proven({ sub: github.userId }) });
    await settled();

    expect(phase()).toBe('confirmingPrimary');
    expect(root.textContent).toContain('Then sign in to GitHub once more; what you chose is kept.');
  });

  it('offers the full page while a window is open, and goes there', async () => {
    const { auth, press, phase } = await setUp({ opened: new Subject() });
    await press('Continue with GitHub');
    expect(phase()).toBe('signingIn');
    await press('Use full page instead');

    expect(auth.leaveToSignIn).toHaveBeenCalledTimes(1);
  });

  it('leaves the page at once where that is how the method travels', async () => {
    const { auth, press } = await setUp({ transport: 'redirect' });
    await press('Continue with GitHub');

    expect(auth.leaveToSignIn).toHaveBeenCalledTimes(1);
    expect(auth.signInByPopup).not.toHaveBeenCalled();
  });

  it.each<[Transport, string]>([
    ['popup', 'A window opens'],
    ['lock', 'A window opens'],
    ['redirect', 'goes there and comes back'],
    ['embedded', 'with a code that we send you'],
    ['magic-link', 'with a link that we send you'],
  ])('says beforehand how the sign-in travels: by %s', async (transport, words) => {
    const { root } = await setUp({ transport });

    expect(root.querySelector('.lead')?.textContent).toContain(words);
  });

  it.each<[SignInFailure, boolean]>([
    ['popup-blocked', true],
    ['timed-out', true],
    ['denied', false],
    ['wrong-issuer', false],
  ])('offers the full page only where it may do better: after %s', async (code, offered) => {
    const { root, names, press } = await setUp({ opened: failed(code) });
    await press('Continue with GitHub');

    expect(root.querySelector(`[data-failure="${code}"]`)).not.toBeNull();
    expect(names().includes('Use full page instead')).toBe(offered);
  });

  it('proves another account in the same click, and uses the first no more', async () => {
    const { auth, saga, press, phase } = await setUp();
    await press('Continue with GitHub');
    auth.signInByPopup.mockReturnValue(NEVER);
    await press('Use another account');

    expect(auth.signInByPopup).toHaveBeenCalledTimes(2);
    expect(phase()).toBe('signingIn');
    expect(saga.link).not.toHaveBeenCalled();
  });

  it('does not offer to send again what may have been done', async () => {
    const ends = ended({ kind: 'unknown', code: 'unreachable' });
    const { names, press, saga } = await setUp({ ends });
    await press('Continue with GitHub');
    await longEnoughToRead();
    await press('Link accounts');

    expect(names()).toEqual(['Check again']);
    await press('Check again');
    expect(saga.findOut).toHaveBeenCalledTimes(1);
    expect(saga.link).toHaveBeenCalledTimes(1);
  });

  it('has nothing to offer for a method that the site does not list', async () => {
    const { root, names } = await setUp({ address: '../constructor' });

    expect(root.textContent).toContain('does not offer that sign-in method');
    expect(names()).toEqual([]);
  });

  it('leads back to the account when the confirmation is left', async () => {
    const { press } = await setUp({ authenticatedAtMs: 0 });
    await press('Cancel');

    expect(TestBed.inject(Router).url).toBe('/account');
  });
});
