import { TestBed } from '@angular/core/testing';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { JsonObject } from '../../identity/json';
import { TenantControl, type ControlPresence } from '../../management-api/tenant-control';
import { goodConfig } from '../testing/good-context';
import { PreviewStore } from './preview-store';

const user = (id: string, more: JsonObject = {}): JsonObject => {
  const [provider = '', userId = ''] = id.split('|');

  return {
    user_id: id,
    name: id,
    email: 'ada@example.com',
    email_verified: true,
    created_at: '2020-01-01T00:00:00.000Z',
    identities: [{ provider, user_id: userId, connection: provider }],
    ...more,
  };
};
const ada = user('auth0|1', { user_metadata: { theme: 'dark' } });
const google = user('google-oauth2|2', { user_metadata: { theme: 'light' } });

async function setUp({
  people = [ada, google],
  environment = 'staging',
  presence = 'there',
}: {
  people?: readonly JsonObject[];
  environment?: 'staging' | 'production';
  presence?: ControlPresence;
} = {}) {
  const control = {
    find: jest.fn(() => Promise.resolve(presence)),
    everybody: jest.fn(() =>
      Promise.resolve(new Map(people.map((one, index) => [`${index}`, one] as const))),
    ),
  };
  TestBed.configureTestingModule({
    providers: [
      PreviewStore,
      {
        provide: LIGATURE_CONFIG,
        useValue: { ...goodConfig, tenant: { ...goodConfig.tenant, environment } },
      },
      { provide: TenantControl, useValue: control },
    ],
  });
  const store = TestBed.inject(PreviewStore);
  await new Promise((resolve) => setTimeout(resolve));

  return { store, control };
}

async function withBoth(people?: readonly JsonObject[]) {
  const { store } = await setUp(people && { people });
  store.choose('first', { kind: 'person', userId: 'auth0|1' });
  store.choose('second', { kind: 'person', userId: 'google-oauth2|2' });

  return store;
}

/** The plan that is shown, which these tests expect there to be. */
function planOf(store: InstanceType<typeof PreviewStore>) {
  const preview = store.preview();
  if (preview.kind !== 'review') throw new Error(preview.kind);

  return preview.plan;
}

describe('PreviewStore', () => {
  it('plans the link of any two people of the local tenant, as it would be for them', async () => {
    const store = await withBoth();

    expect(planOf(store)).toMatchObject({ direction: 'keepFirst', blockers: [] });
    expect(planOf(store).settings.rows.map(({ key }) => key)).toEqual(['theme']);
  });

  it('follows what is chosen in the review, and what the policy says instead', async () => {
    const store = await withBoth();
    store.turn('keepSecond');
    store.decide({ key: 'theme', decision: 'theirs' });
    expect(planOf(store)).toMatchObject({ direction: 'keepSecond' });
    expect(planOf(store).merge.changes.get('theme')).toBe('dark');
    store.changePolicy({ allowSwap: false, metadataPresets: new Map([['theme', 'theirs']]) });

    expect(planOf(store).advice.forbidden.get('keepSecond')).toBe('noSwap');
    expect(planOf(store).direction).toBe('keepFirst');
    expect(planOf(store).merge.changes.get('theme')).toBe('light');
    store.resetPolicy();
    expect(store.isAsConfigured()).toBe(true);
  });

  it('says what they would be refused', async () => {
    const store = await withBoth([ada, { ...google, email_verified: false }]);
    expect(store.preview()).toEqual({ kind: 'refused', code: 'email-unverified' });
    store.changePolicy({ requireVerifiedEmail: false });
    expect(store.preview().kind).toBe('review');
    store.choose('second', { kind: 'person', userId: 'auth0|1' });

    expect(store.preview()).toEqual({ kind: 'refused', code: 'same-account' });
  });

  it('takes a profile that is pasted, and says so where it is none', async () => {
    const { store } = await setUp({ people: [] });
    store.choose('first', { kind: 'pasted', text: JSON.stringify(ada) });
    store.choose('second', { kind: 'pasted', text: '{ "user_id": "no identities|1" }' });
    expect(store.secondPerson()).toBeUndefined();
    expect(store.preview()).toEqual({ kind: 'incomplete' });
    store.choose('second', { kind: 'pasted', text: JSON.stringify(google) });

    expect(store.preview().kind).toBe('review');
  });

  it('says that the local tenant does not answer, and not that nobody is there', async () => {
    const { store, control } = await setUp({ presence: 'silent' });

    expect(store.isSilent()).toBe(true);
    expect(control.everybody).not.toHaveBeenCalled();
  });

  it('asks no tenant of production for its people', async () => {
    const { store, control } = await setUp({ environment: 'production' });

    expect(control.find).not.toHaveBeenCalled();
    expect(store.people()).toEqual([]);
  });
});
