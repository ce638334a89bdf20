import { planUnlink } from '../identity/unlink-plan';
import { accountWith } from '../identity/settings.model';
import type { TenantFailure } from '../identity/failure';
import type { AccountReading, Written } from './link-world';
import { findOutUnlink, runUnlink, type UnlinkWorld } from './run-unlink';

const hub = accountWith('github|7');
const ada = accountWith('auth0|ada', new Map(), {
  identities: [...accountWith('auth0|ada').identities, ...hub.identities],
});
const alone = accountWith('auth0|ada');
const plan = planUnlink(ada, hub.identities[0]);

type Removal = Written<typeof ada.identities>;
const ok: Removal = { outcome: 'ok', value: alone.identities };
const because = (outcome: 'refused' | 'unknown' | 'notSent', code: TenantFailure): Removal => ({
  outcome,
  reason: { code },
});
const lost = because('unknown', 'unreachable');
const there: AccountReading = { known: true, account: ada };
const gone: AccountReading = { known: true, account: alone };
const silent: AccountReading = { known: false, code: 'unreachable' };

/** A world that answers with these, one after the other. */
function setUp(removals: readonly Removal[], readings: readonly AccountReading[]) {
  const world = {
    remove: jest.fn<Promise<Removal>, []>(),
    readPrimary: jest.fn<Promise<AccountReading>, []>(),
    pause: jest.fn(() => Promise.resolve()),
  } satisfies UnlinkWorld;
  removals.forEach((removal) => world.remove.mockResolvedValueOnce(removal));
  readings.forEach((reading) => world.readPrimary.mockResolvedValueOnce(reading));

  return world;
}

describe('runUnlink', () => {
  it.each<[string, readonly Removal[], readonly AccountReading[], object]>([
    ['is done when the answer says so', [ok], [], { result: 'done' }],
    [
      'REL-37: is done when the answer is lost and the method gone',
      [lost],
      [gone],
      { result: 'done' },
    ],
    ['REL-37: repeats it when it is still there', [lost, ok], [there], { result: 'done' }],
    [
      'REL-37: does not take the second answer for a failure',
      [lost, because('refused', 'not-found')],
      [there, gone],
      { result: 'done' },
    ],
    [
      'is done when it was gone already',
      [because('refused', 'rejected')],
      [gone],
      { result: 'done' },
    ],
    [
      'is not done when it is refused and there',
      [because('refused', 'rejected')],
      [there],
      { result: 'notDone', code: 'rejected' },
    ],
    [
      'asks nobody after a clear refusal',
      [because('refused', 'forbidden')],
      [],
      { result: 'notDone', code: 'forbidden' },
    ],
    [
      'sends nothing offline',
      [because('notSent', 'offline')],
      [],
      { result: 'notDone', code: 'offline' },
    ],
    [
      'does not know when nobody answers',
      [lost],
      [silent],
      { result: 'unknown', code: 'unreachable' },
    ],
    [
      'gives up after three tries, and does not call it a failure',
      [lost, lost, lost],
      [there, there, there],
      { result: 'unknown', code: 'unreachable' },
    ],
  ])('%s', async (_case, removals, readings, expected) => {
    const world = setUp(removals, readings);

    await expect(runUnlink(world, plan)).resolves.toEqual(expected);
    expect(world.remove).toHaveBeenCalledTimes(removals.length);
    expect(world.readPrimary).toHaveBeenCalledTimes(readings.length);
  });
});

describe('findOutUnlink', () => {
  it.each([
    ['gone', gone, { result: 'done' }],
    ['there', there, { result: 'notDone', code: 'busy' }],
    ['not to be read', silent, { result: 'unknown', code: 'busy' }],
  ])('judges a method that is %s, and writes nothing', async (_case, reading, expected) => {
    const world = setUp([], [reading]);

    await expect(findOutUnlink(world, plan, 'busy')).resolves.toEqual(expected);
    expect(world.remove).not.toHaveBeenCalled();
  });
});
