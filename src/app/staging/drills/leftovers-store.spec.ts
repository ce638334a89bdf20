import { TestBed } from '@angular/core/testing';
import { of } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { Json, Settings } from '../../identity/json';
import { accountWith } from '../../identity/testing/accounts';
import type { AccountReading } from '../../saga/ports/link-port';
import type { LinkParty } from '../../saga/ports/link-parties';
import type { Converged } from '../../saga/settings/converge-settings';
import { RestoreSaga } from '../../saga/settings/restore-saga';
import { PrimarySession } from '../../session/primary/primary-session';
import { goodConfig } from '../testing/good-context';
import { LeftoversStore } from './leftovers-store';

const ada = { subject: 'auth0|ada', name: 'Ada' };

interface Arranged {
  readonly settings?: Readonly<Record<string, Json>>;
  readonly session?: object;
  readonly environment?: 'staging' | 'production';
}

function setUp({
  settings = { drill_theme: 'first', theme: 'dark' },
  session = { status: 'signedIn', user: ada },
  environment = 'staging',
}: Arranged = {}) {
  const kept = new Map(Object.entries(settings));
  const account = () => accountWith(ada.subject, new Map(kept));
  const read = (): Promise<AccountReading> => Promise.resolve({ known: true, account: account() });
  const settle = (_party: LinkParty, changesFor: (now: Settings) => Settings) => {
    changesFor(kept).forEach((_removed, name) => kept.delete(name));

    return Promise.resolve<Converged>({ kind: 'done', account: account() });
  };
  const saga = { read: jest.fn(read), settle: jest.fn(settle) };
  const tenant = { ...goodConfig.tenant, environment };
  TestBed.configureTestingModule({
    providers: [
      LeftoversStore,
      { provide: LIGATURE_CONFIG, useValue: { ...goodConfig, tenant } },
      { provide: RestoreSaga, useValue: saga },
      { provide: PrimarySession, useValue: { settled: of(session) } },
    ],
  });

  return { store: TestBed.inject(LeftoversStore), saga, kept };
}

const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

describe('LeftoversStore', () => {
  it('finds what a drill has left, and removes it and nothing else', async () => {
    const { store, kept } = setUp();
    store.look();
    await settled();
    expect(store.leftovers()).toEqual({ status: 'found', names: ['drill_theme'] });
    store.remove();
    expect(store.leftovers()).toEqual({ status: 'removing', names: ['drill_theme'] });
    await settled();

    expect(store.leftovers()).toEqual({ status: 'removed', names: ['drill_theme'] });
    expect([...kept]).toEqual([['theme', 'dark']]);
  });

  it('says all that it has removed, also what came after it was found', async () => {
    const { store, kept } = setUp();
    store.look();
    await settled();
    kept.set('drill_newsletter', true).set('city', 'London');
    store.remove();
    await settled();

    expect(store.leftovers()).toEqual({
      status: 'removed',
      names: ['drill_theme', 'drill_newsletter'],
    });
    expect([...kept.keys()]).toEqual(['theme', 'city']);
  });

  it.each<[string, Arranged]>([
    ['the account has none', { settings: { theme: 'dark' } }],
    [
      'a link is unfinished, which ends first',
      { settings: { drill_theme: 'first', acct_link: {} } },
    ],
    ['nobody is signed in', { session: { status: 'signedOut' } }],
    ['the tenant is one of production', { environment: 'production' }],
  ])('finds nothing where %s', async (_case, arranged) => {
    const { store, saga } = setUp(arranged);
    store.look();
    await settled();
    store.remove();
    await settled();

    expect(store.leftovers()).toEqual({ status: 'none' });
    expect(saga.settle).not.toHaveBeenCalled();
  });

  it('guesses nothing of an account that cannot be read', async () => {
    const { store, saga } = setUp();
    saga.read.mockResolvedValue({ known: false, code: 'busy' });
    store.look();
    await settled();

    expect(store.leftovers()).toEqual({ status: 'none' });
  });

  it('leaves them where a link has begun since, and says so', async () => {
    const { store, saga } = setUp();
    store.look();
    await settled();
    saga.settle.mockResolvedValueOnce({ kind: 'notDone', code: 'unfinished-link' });
    store.remove();
    await settled();

    expect(store.leftovers()).toEqual({
      status: 'found',
      names: ['drill_theme'],
      problem: 'unfinished-link',
    });
  });

  it('can be asked again when it was refused', async () => {
    const { store, saga, kept } = setUp();
    store.look();
    await settled();
    saga.settle.mockResolvedValueOnce({ kind: 'notDone', code: 'forbidden' });
    store.remove();
    await settled();
    expect(store.leftovers()).toMatchObject({ status: 'found', problem: 'forbidden' });
    store.remove();
    await settled();

    expect(store.leftovers().status).toBe('removed');
    expect(kept.has('drill_theme')).toBe(false);
  });
});
