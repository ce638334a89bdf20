import { TestBed } from '@angular/core/testing';
import { GenericError } from '@auth0/auth0-spa-js';
import { lastValueFrom, NEVER, of, Subject, throwError, type Observable } from 'rxjs';

import type { Connection } from '../../identity/connection';
import { allTransports, type SignInWay, type Transport } from '../../identity/transport-kinds';
import { LeavingError } from '../sign-in/leaving-error';
import { SignInError } from '../sign-in/sign-in-error';
import type { SignInPurpose } from '../sign-in/sign-in-purpose';
import { transportMemory } from '../storage/transport-memory';
import { sessionProving } from '../testing/secondary-session';
import { SignInWindow } from '../window/sign-in-window';
import { SecondaryAuthService } from './secondary-auth-service';
import type { TransportEvent, TransportRequest } from './transports/secondary-transport';
import { transportClasses } from './transports/transport-classes';

const connectionOf = (transport: Connection['transport']): Connection => ({
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport,
});
const toPutBack: SignInPurpose = {
  kind: 'putBack',
  connection: 'google',
  holder: 'auth0|ada',
  owner: 'google-oauth2|115',
};
const signedIn: TransportEvent = { kind: 'signedIn', result: sessionProving({}) };

interface Arranged {
  readonly events?: Observable<TransportEvent>;
  readonly isPhone?: boolean;
  /** What has come back to a page that was left. */
  readonly returned?: Observable<TransportEvent>;
}

/** Transports that report these events. */
function setUp({ events = NEVER, isPhone = false, returned }: Arranged = {}) {
  window.matchMedia = () => ({ matches: isPhone }) as MediaQueryList;
  const begun: [Transport, TransportRequest][] = [];
  const resume = jest.fn(() => returned && { purpose: toPutBack, events: returned });
  TestBed.configureTestingModule({
    providers: [
      { provide: SignInWindow, useValue: {} },
      ...allTransports.map((transport) => ({
        provide: transportClasses[transport],
        useValue: {
          signIn: (request: TransportRequest) => {
            begun.push([transport, request]);

            return events;
          },
          ...(transport === 'redirect' && { resume }),
        },
      })),
    ],
  });

  return { service: TestBed.inject(SecondaryAuthService), begun, resume };
}

beforeEach(() => {
  localStorage.clear();
});

describe('SecondaryAuthService: which transport it takes', () => {
  it.each(allTransports)('takes the one that the operator names: %s', (transport) => {
    const { service, begun } = setUp({ isPhone: true });
    service.signIn(connectionOf(transport));

    expect(begun.map(([name]) => name)).toEqual([transport]);
  });

  it.each<[Transport, string, boolean]>([
    ['popup', 'on a large screen', false],
    ['redirect', 'on a phone', true],
  ])('takes the %s %s', (transport, _case, isPhone) => {
    const { service, begun } = setUp({ isPhone });
    service.signIn(connectionOf('auto'));

    expect(begun.map(([name]) => name)).toEqual([transport]);
  });

  it.each(['popup', 'redirect'] as const)('takes the %s where it has worked before', (worked) => {
    const { service, begun } = setUp({ isPhone: worked === 'popup' });
    transportMemory.remember(connectionOf('auto'), worked);
    service.signIn(connectionOf('auto'));

    expect(begun.map(([name]) => name)).toEqual([worked]);
  });

  it.each<['window' | 'fullPage', Connection['transport'], Transport]>([
    ['window', 'auto', 'popup'],
    ['window', 'redirect', 'popup'],
    ['window', 'embedded', 'popup'],
    ['window', 'lock', 'lock'],
    ['fullPage', 'auto', 'redirect'],
    ['fullPage', 'lock', 'redirect'],
    ['fullPage', 'magic-link', 'redirect'],
  ])('gives whoever insists on a %s instead of %s the %s', (way, transport, taken) => {
    const { service, begun } = setUp({ isPhone: way === 'window' });
    service.signIn(connectionOf(transport), { way });

    expect(begun.map(([name]) => name)).toEqual([taken]);
  });

  it.each<[Connection['transport'], SignInWay]>([
    ['auto', 'window'],
    ['lock', 'window'],
    ['redirect', 'fullPage'],
    ['embedded', 'code'],
    ['magic-link', 'link'],
  ])('says beforehand what the person will see of %s: a %s', (transport, way) => {
    expect(setUp().service.wayOf(connectionOf(transport))).toBe(way);
  });
});

describe('SecondaryAuthService: whatever the transport', () => {
  it('links with the answer, if nothing else is said, and hands on what is typed', () => {
    const { service, begun } = setUp();
    const [connection, typed] = [connectionOf('embedded'), new Subject<never>()];
    service.signIn(connection, { typed });
    service.signIn(connection, { purpose: toPutBack });

    const purpose = { kind: 'link', connection: 'google' };
    expect(begun[0]).toEqual(['embedded', { connection, purpose, typed }]);
    expect(begun[1]?.[1].purpose).toEqual(toPutBack);
  });

  it.each(allTransports)(
    'says by which transport somebody has signed in: %s',
    async (transport) => {
      const { service } = setUp({ events: of(signedIn) });

      await expect(lastValueFrom(service.signIn(connectionOf(transport)))).resolves.toEqual({
        ...signedIn,
        transport,
      });
    },
  );

  it.each<[Error, string]>([
    [new SignInError('no-storage'), 'no-storage'],
    [new LeavingError('offline'), 'offline'],
    [new GenericError('access_denied', 'Call 0900'), 'denied'],
    [new GenericError('invalid_grant', 'no'), 'answer-lost'],
    [new SignInError('wrong-issuer'), 'wrong-issuer'],
    [new TypeError('Failed to fetch'), 'unreachable'],
  ])('names why nobody has signed in: %s', async (cause, code) => {
    const broken = throwError(() => cause);
    const { service } = setUp({ events: broken, returned: broken });
    const resumed = service.resume('putBack');

    await expect(lastValueFrom(service.signIn(connectionOf('auto')))).rejects.toMatchObject({
      code,
    });
    await expect(resumed && lastValueFrom(resumed.events)).rejects.toMatchObject({ code });
  });
});

describe('SecondaryAuthService: a page that was left', () => {
  it('has nothing to go on with when nothing has come back', () => {
    expect(setUp().service.resume('link')).toBeUndefined();
  });

  it('goes on with what has come back for a purpose, and says for which', async () => {
    const { service, resume } = setUp({ returned: of(signedIn) });
    const resumed = service.resume('putBack');

    expect(resume.mock.calls).toEqual([['putBack']]);
    expect(resumed?.purpose).toEqual(toPutBack);
    await expect(resumed && lastValueFrom(resumed.events)).resolves.toEqual({
      ...signedIn,
      transport: 'redirect',
    });
  });
});
