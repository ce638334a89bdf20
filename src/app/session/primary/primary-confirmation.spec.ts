import { TestBed } from '@angular/core/testing';
import { Auth0Client, type Auth0ClientOptions } from '@auth0/auth0-spa-js';
import { firstValueFrom, lastValueFrom } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { SealedCache } from '../sealed/sealed-cache';
import { SealedStore } from '../sealed/sealed-store';
import { LeavingError } from '../sign-in/leaving-error';
import { askedMethod } from '../storage/asked-method';
import { openedWindow } from '../testing/opened-window';
import { sdkClient, transactionEntry } from '../testing/sdk-client';
import { SharedChannel, useChannel } from '../testing/tab-channel';
import { PinnedUser, SEALED_STORE } from '../user/pinned-user';
import { TenantSession } from '../user/tenant-session';
import type { User } from '../user/user';
import { Auth0Sdk } from './auth0-sdk';
import { PrimaryConfirmation } from './primary-confirmation';
import { PrimarySession } from './primary-session';

jest.mock('@auth0/auth0-spa-js', () => ({
  ...jest.requireActual<object>('@auth0/auth0-spa-js'),
  Auth0Client: jest.fn(),
}));

const ada: User = { subject: 'auth0|ada', name: 'Ada', loginHint: 'ada@example.com' };

interface Arranged {
  readonly pinned?: User | undefined;
  /** Who signs in. */
  readonly subject?: string;
  /** Whether this tab's storage is there when the page comes back. */
  readonly isKept?: boolean;
}

async function setUp(arranged: Arranged = {}) {
  const { pinned, subject } = { pinned: ada, subject: 'auth0|ada', ...arranged };
  const opened = openedWindow();
  const sdk = sdkClient();
  const newClient = jest.mocked(Auth0Client);
  newClient.mockReset().mockImplementation((options: Auth0ClientOptions) => {
    sdk.handled.mockImplementation(async () => {
      await options.cache?.set('key', { of: subject });

      return {};
    });

    return sdk.asClient({
      getIdTokenClaims: () => Promise.resolve({ __raw: 'x', sub: subject }),
    });
  });
  const store = new SealedStore();
  if (pinned) await new PinnedUser(store).pin(pinned);
  jest.spyOn(store, 'outlivesThePage').mockResolvedValue(arranged.isKept ?? true);
  const kept = new SealedCache(store);
  const session = { signInAgain: jest.fn<Promise<void>, [string]>(() => Promise.resolve()) };
  await kept.set('key', { of: 'yesterday' });
  TestBed.configureTestingModule({
    providers: [
      {
        provide: LIGATURE_CONFIG,
        useValue: { tenant: { origin: 'https://acme.example', clientId: 'client', audience: 'x' } },
      },
      { provide: SEALED_STORE, useValue: store },
      { provide: PrimarySession, useValue: session },
      { provide: Auth0Sdk, useValue: {} },
    ],
  });
  const tenantSession = TestBed.inject(TenantSession);
  await tenantSession.signedInAs('google-oauth2|115');
  const service = TestBed.inject(PrimaryConfirmation);

  return {
    sdk,
    newClient,
    ...opened,
    kept,
    tenantSession,
    session,
    /** The window opens, goes to the tenant, and comes back with an answer. */
    confirmed: () => {
      const confirmed = lastValueFrom(service.confirm());
      opened.popup.location.replace.mockImplementation(() => {
        setTimeout(() => opened.comesBack('sent'));

        return undefined;
      });

      return confirmed;
    },
    left: () => firstValueFrom(service.leave('/account')),
  };
}

beforeAll(() => useChannel(SharedChannel));
beforeEach(() => SharedChannel.all.clear());
afterEach(() => jest.restoreAllMocks());

describe('PrimaryConfirmation', () => {
  it('adopts the same person’s fresh tokens, and the tenant’s session is theirs again', async () => {
    const { kept, tenantSession, confirmed } = await setUp();

    await expect(confirmed()).resolves.toMatchObject({ kind: 'signedIn' });
    await expect(kept.get('key')).resolves.toEqual({ of: 'auth0|ada' });
    expect(tenantSession.taken()).toBeUndefined();
  });

  it('SEC-40: refuses somebody else, and keeps nothing of theirs', async () => {
    const { kept, tenantSession, confirmed } = await setUp({ subject: 'github|7' });

    await expect(confirmed()).rejects.toMatchObject({ name: 'SignInError', code: 'wrong-person' });
    await expect(kept.get('key')).resolves.toEqual({ of: 'yesterday' });
    expect(tenantSession.taken()).toBe('surely');
  });

  it('says that the tenant’s session is somebody else’s, when they have signed in', async () => {
    const { tenantSession, confirmed } = await setUp({ subject: 'github|7' });
    tenantSession.givenBack();
    await confirmed().catch(() => undefined);

    expect(tenantSession.taken()).toBe('surely');
  });

  it('asks nobody in a tab that is nobody’s', async () => {
    const { sdk, confirmed } = await setUp({ pinned: undefined });

    await expect(confirmed()).rejects.toMatchObject({ code: 'wrong-person' });
    expect(sdk.loginWithRedirect).not.toHaveBeenCalled();
  });

  it.each<[User, object]>([
    [ada, { prompt: 'login', login_hint: 'ada@example.com' }],
    [{ subject: 'auth0|ada', name: 'Ada' }, { prompt: 'login' }],
  ])('has %j sign in themselves', async (pinned, authorizationParams) => {
    const { sdk, confirmed } = await setUp({ pinned });
    await confirmed();

    expect(sdk.loginWithRedirect).toHaveBeenCalledWith(
      expect.objectContaining({ authorizationParams }),
    );
  });

  it('asks for the code by which they have signed in, until that opens another account', async () => {
    askedMethod.note('sms');
    const { sdk, confirmed } = await setUp({ subject: 'sms|1' });
    await confirmed().catch(() => undefined);

    expect(sdk.loginWithRedirect).toHaveBeenCalledWith(
      expect.objectContaining({ authorizationParams: { prompt: 'login', connection: 'sms' } }),
    );
    expect(askedMethod.read()).toBeUndefined();
  });

  it('comes back to where windows do, and leaves nothing of it in the tab', async () => {
    const { sdk, newClient, confirmed } = await setUp();
    await confirmed();

    expect(newClient.mock.calls[0]?.[0].authorizationParams).toMatchObject({
      redirect_uri: 'http://localhost/link/callback',
    });
    expect(sdk.transactionsSeen).toHaveLength(1);
    expect(sessionStorage.getItem(transactionEntry)).toBeNull();
  });
});

describe('PrimaryConfirmation: offline', () => {
  it('sends no window anywhere, and says why', async () => {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { popup, confirmed } = await setUp();

    await expect(confirmed()).rejects.toMatchObject({ name: 'SignInError', code: 'offline' });
    expect(popup.location.replace).not.toHaveBeenCalled();
    expect(popup.close).toHaveBeenCalled();
  });
});

describe('PrimaryConfirmation: on the whole page', () => {
  it('leaves for the sign-in of the person whose tab this is, and says nothing more', async () => {
    const { session, left } = await setUp();
    const ended = jest.fn();
    await new Promise<void>((resolve) => {
      session.signInAgain.mockImplementation(() => {
        resolve();

        return Promise.resolve();
      });
      left().then(ended, ended);
    });

    expect(session.signInAgain.mock.calls).toEqual([['/account']]);
    expect(ended).not.toHaveBeenCalled();
  });

  it('REL-09: refuses where nobody would know on return whose tab this is', async () => {
    const { session, left } = await setUp({ isKept: false });

    await expect(left()).rejects.toMatchObject({ name: 'SignInError', code: 'no-storage' });
    expect(session.signInAgain).not.toHaveBeenCalled();
  });

  it('asks nobody in a tab that is nobody’s', async () => {
    const { session, left } = await setUp({ pinned: undefined });

    await expect(left()).rejects.toMatchObject({ code: 'wrong-person' });
    expect(session.signInAgain).not.toHaveBeenCalled();
  });

  it.each<[Error, string]>([
    [new TypeError('Failed to fetch'), 'unreachable'],
    [new LeavingError('offline'), 'offline'],
    [new LeavingError('code-missing'), 'code-missing'],
  ])('names why it could not leave: %s', async (cause, code) => {
    const { session, left } = await setUp();
    session.signInAgain.mockRejectedValue(cause);

    await expect(left()).rejects.toMatchObject({ name: 'SignInError', code });
  });
});
