import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { concat, NEVER, of, startWith, Subject, throwError, type Observable } from 'rxjs';

import type { Connection } from '../../identity/connection';
import type { SignInWay } from '../../identity/transport-kinds';
import type { SignInFailure } from '../../identity/failure';
import { accountWith } from '../../identity/testing/accounts';
import { plainlyDone, type LinkEvent, type LinkResult } from '../../saga/link/link-result';
import type {
  SecondaryEvent,
  SecondaryOptions,
} from '../../session/secondary/secondary-auth-service';
import { HeldSignIn } from '../../session/secondary/held-sign-in';
import { SignInError } from '../../session/sign-in/sign-in-error';
import { proven } from '../testing/ada';
import { onDevice } from '../testing/device';
import { accountsOf, adaSignedIn, provideLinkingNeighbours } from '../testing/linking-neighbours';
import { LinkPage } from './link-page';

const github = accountWith('github|7');

type Opened = Observable<SecondaryEvent>;

interface Arranged {
  readonly opened?: Opened;
  readonly way?: SignInWay;
  readonly strategy?: string;
  readonly authenticatedAtMs?: number;
  readonly address?: string;
  readonly ends?: Observable<LinkEvent>;
}

const githubSignedIn = (): SecondaryEvent => ({
  kind: 'signedIn',
  result: proven({ sub: github.userId }),
  transport: 'popup',
});
const ended = (result: LinkResult): Observable<LinkEvent> => of({ kind: 'ended', result });
const failed = (code: SignInFailure): Opened => throwError(() => new SignInError(code));

async function setUp(arranged: Arranged = {}) {
  const { opened = of(githubSignedIn()), address = 'github', ends = NEVER } = arranged;
  const connection: Connection = {
    name: 'github',
    strategy: arranged.strategy ?? 'github',
    label: 'GitHub',
    transport: 'auto',
  };
  const auth = {
    resume: () => undefined,
    wayOf: () => arranged.way ?? 'window',
    signIn: jest.fn<Opened, [Connection, SecondaryOptions]>(() =>
      opened.pipe(startWith<SecondaryEvent>({ kind: 'windowAwaited' })),
    ),
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

beforeAll(() => onDevice({ isPhone: false }));
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
    expect(names()).toEqual(["Confirm it's you", 'Continue in this tab instead', 'Cancel']);
    expect(auth.signIn).not.toHaveBeenCalled();
  });

  it('comes back to this very method from a confirmation on the full page', async () => {
    const { root, confirmation, press } = await setUp({ authenticatedAtMs: 0 });
    expect(root.textContent).not.toContain('once more; what you chose is kept');
    await press('Continue in this tab instead');

    expect(confirmation.leave.mock.calls).toEqual([['/account/link/github']]);
  });

  it('says what a confirmation on the full page costs once the other account is proven', async () => {
    const authenticatedAtMs = Date.now() - 270_000;
    const opened = new Subject<SecondaryEvent>();
    const { root, press, phase, settled } = await setUp({ opened, authenticatedAtMs });
    await press('Continue with GitHub');
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
    opened.next(githubSignedIn());
    await settled();

    expect(phase()).toBe('confirmingPrimary');
    expect(root.textContent).toContain('Then sign in to GitHub once more; what you chose is kept.');
  });

  it('offers the full page while a window is open, and goes there', async () => {
    const { auth, press, phase } = await setUp({ opened: new Subject() });
    await press('Continue with GitHub');
    expect(phase()).toBe('signingIn');
    await press('Continue in this tab instead');

    expect(auth.signIn).toHaveBeenCalledTimes(2);
    expect(auth.signIn.mock.lastCall?.[1].way).toBe('fullPage');
  });

  it('leaves it to the method how the sign-in travels', async () => {
    const { auth, press } = await setUp({ way: 'fullPage' });
    await press('Continue with GitHub');

    expect(auth.signIn.mock.lastCall?.[1]).not.toHaveProperty('way');
  });

  it('asks for what has to be typed, and hands it on', async () => {
    const entry = { status: 'address', message: 'code', nextSendAtMs: 0 } as const;
    const { root, auth, press } = await setUp({
      opened: concat(of({ kind: 'message', entry } as const), NEVER),
    });
    await press('Continue with GitHub');
    // The form is loaded only now.
    await new Promise((resolve) => setTimeout(resolve));
    const typed = jest.fn();
    auth.signIn.mock.lastCall?.[1].typed?.subscribe(typed);
    const field = root.querySelector('input');
    if (field) field.value = 'ada@example.com';
    await press('Send code');

    expect(typed.mock.calls).toEqual([[{ kind: 'address', address: 'ada@example.com' }]]);
  });

  it.each<[SignInWay, string, RegExp]>([
    ['window', 'github', /account you want to add\. A window opens/],
    ['fullPage', 'github', /account you want to add\. This page goes there and comes back/],
    ['code', 'sms', /a code by text message, to show that the number is yours\. +Nothing changes/],
    ['code', 'email', /a code by email, to show that the address is yours\. +Nothing changes/],
    ['link', 'email', /a link by email.* Keep this page open\. +Nothing changes/],
    ['window', 'email', /a code by email.* A window opens for it\. +Nothing changes/],
    ['fullPage', 'sms', /by text message.* This page goes there and comes back\. +Nothing/],
  ])(
    'says beforehand what the person will see of it: a %s for %s',
    async (way, strategy, words) => {
      const { root } = await setUp({ way, strategy });

      expect(root.querySelector('.lead')?.textContent).toMatch(words);
    },
  );

  it.each([
    ['sms', 'Add a phone number', 'Phone number to add'],
    ['email', 'Add an email address', 'Email address to add'],
  ])(
    'does not call what is added an account where it is none: %s',
    async (strategy, head, card) => {
      const { root, names } = await setUp({ way: 'code', strategy });

      expect(root.querySelector('h1')?.textContent.trim()).toBe(head);
      expect(root.querySelector('.empty .name')?.textContent).toBe(card);
      expect(names()).toEqual(['Continue']);
      expect(root.textContent).not.toContain('account you want to add');
    },
  );

  it.each<[SignInFailure, boolean]>([
    ['popup-blocked', true],
    ['timed-out', true],
    ['denied', false],
    ['wrong-issuer', false],
  ])('offers the full page only where it may do better: after %s', async (code, offered) => {
    const { root, names, press } = await setUp({ opened: failed(code) });
    await press('Continue with GitHub');

    expect(root.querySelector(`[data-failure="${code}"]`)).not.toBeNull();
    expect(names().includes('Continue in this tab instead')).toBe(offered);
  });

  it('proves another account in the same click, and uses the first no more', async () => {
    const { auth, saga, press, phase } = await setUp();
    await press('Continue with GitHub');
    auth.signIn.mockReturnValue(concat(of({ kind: 'windowAwaited' } as const), NEVER));
    await press('Use a different account');

    expect(auth.signIn).toHaveBeenCalledTimes(2);
    expect(phase()).toBe('signingIn');
    expect(saga.link).not.toHaveBeenCalled();
  });

  it('leads back to the sign-in methods from a window that is cancelled, and waits for it no more', async () => {
    const opened = new Subject<SecondaryEvent>();
    const { press } = await setUp({ opened });
    await press('Continue with GitHub');
    await press('Cancel');

    expect(TestBed.inject(Router).url).toBe('/account');
    expect(opened.observed).toBe(false);
  });

  it('leads back to the sign-in methods from a review that is cancelled, and holds nobody', async () => {
    const { press } = await setUp();
    await press('Continue with GitHub');
    await press('Cancel');

    expect(TestBed.inject(Router).url).toBe('/account');
    expect(TestBed.inject(HeldSignIn).holds('github')).toBe(false);
  });

  it('opens the next window in the click on “Try again”', async () => {
    const { auth, press, phase } = await setUp({ opened: failed('denied') });
    await press('Continue with GitHub');
    auth.signIn.mockReturnValue(concat(of({ kind: 'windowAwaited' } as const), NEVER));
    await press('Try again');

    expect(auth.signIn).toHaveBeenCalledTimes(2);
    expect(phase()).toBe('signingIn');
  });

  it('does not offer to send again what may have been done', async () => {
    const ends = ended({ kind: 'unknown', code: 'unreachable' });
    const { names, press, saga } = await setUp({ ends });
    await press('Continue with GitHub');
    await longEnoughToRead();
    await press('Link accounts');

    expect(names()).toEqual(['Check again', 'Copy details']);
    await press('Check again');
    expect(saga.findOut).toHaveBeenCalledTimes(1);
    expect(saga.link).toHaveBeenCalledTimes(1);
  });

  it('has nothing to offer for a method that the site does not list', async () => {
    const { root, names } = await setUp({ address: '../constructor' });

    expect(root.textContent).toContain('offer that sign-in method');
    expect(names()).toEqual([]);
  });

  it('leads back to the account when the confirmation is left', async () => {
    const { press } = await setUp({ authenticatedAtMs: 0 });
    await press('Cancel');

    expect(TestBed.inject(Router).url).toBe('/account');
  });
});
