import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { of, Subject, throwError, type Observable } from 'rxjs';

import type { Connection } from '../../identity/connection';
import { accountWith } from '../../identity/testing/accounts';
import type { SecondaryEvent } from '../../session/secondary/secondary-auth-service';
import { SignInError } from '../../session/sign-in/sign-in-error';
import { onDevice } from '../testing/device';
import { accountsOf, provideLinkingNeighbours } from '../testing/linking-neighbours';
import { Outcomes, type Outcome } from '../store/outcomes';
import { STAYS_HERE } from '../ui/links/leave-link';
import { LinkPage } from './link-page';

const github: Connection = {
  name: 'github',
  strategy: 'github',
  label: 'GitHub',
  transport: 'auto',
};
const shop = 'https://shop.example/linked';

async function setUp({
  staysHere = false,
  opened = new Subject<SecondaryEvent>(),
  url = '/orders',
}: {
  readonly staysHere?: boolean;
  readonly opened?: Observable<SecondaryEvent>;
  readonly url?: string;
} = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      provideLinkingNeighbours({
        connections: [github],
        api: accountsOf(of(accountWith('github|7'))),
        secondaryAuth: { resume: () => undefined, wayOf: () => 'window', signIn: () => opened },
      }),
      { provide: STAYS_HERE, useValue: staysHere },
    ],
  });
  const told: Outcome[] = [];
  TestBed.inject(Outcomes).told.subscribe((outcome) => told.push(outcome));
  await TestBed.inject(Router).navigateByUrl(url);
  const fixture = TestBed.createComponent(LinkPage);
  fixture.componentRef.setInput('connection', 'github');
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  // The browser itself is to go nowhere.
  root.addEventListener('click', (click) => click.preventDefault());

  return {
    told,
    root,
    press: async (name: string, how: MouseEventInit = {}) => {
      [...root.querySelectorAll('button, a')]
        .find(({ textContent }) => textContent.trim() === name)
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }));
      await fixture.whenStable();
    },
    address: () => TestBed.inject(Router).url,
  };
}

beforeAll(() => onDevice({ isPhone: false }));
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('LinkPage: leaving without a link', () => {
  it('is told, from before the sign-in', async () => {
    const { told, press, address } = await setUp();
    await press('Cancel');

    expect(told).toEqual([{ kind: 'cancelled' }]);
    expect(address()).toBe('/account');
  });

  it('is told, from a window that is open', async () => {
    const { told, press, address } = await setUp();
    await press('Continue with GitHub');
    await press('Cancel');

    expect(told).toEqual([{ kind: 'cancelled' }]);
    expect(address()).toBe('/account');
  });

  it('is not told of a click that opens another tab', async () => {
    const { told, press } = await setUp();
    await press('Cancel', { ctrlKey: true });

    expect(told).toEqual([]);
  });
});

describe('LinkPage: on a page of somebody else’s', () => {
  it.each(['Cancel', 'Continue with GitHub'])(
    'leads nowhere when it is left after “%s”, and begins again',
    async (first) => {
      const { told, root, press, address } = await setUp({ staysHere: true });
      if (first !== 'Cancel') await press(first);
      await press('Cancel');

      expect(told).toEqual([{ kind: 'cancelled' }]);
      expect(address()).toBe('/orders');
      expect(root.getAttribute('data-phase')).toBe('idle');
    },
  );

  it('begins again when it is left after a failure, which is told as well', async () => {
    const opened = throwError(() => new SignInError('denied'));
    const { told, root, press, address } = await setUp({ staysHere: true, opened });
    await press('Continue with GitHub');
    await press('Cancel');

    expect(told).toEqual([{ kind: 'failed', code: 'denied' }, { kind: 'cancelled' }]);
    expect(address()).toBe('/orders');
    expect(root.getAttribute('data-phase')).toBe('idle');
  });

  it('takes no address to return to from that page', async () => {
    const url = `/orders?return=${encodeURIComponent(shop)}`;
    const { root } = await setUp({ staysHere: true, url });

    expect(root.querySelector('[data-action="cancel"]')?.getAttribute('href')).toBe('/account');
    expect(root.textContent).not.toContain('where you came from');
  });
});
