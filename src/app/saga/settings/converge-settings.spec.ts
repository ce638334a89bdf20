import type { Account } from '../../identity/account';
import type { TenantFailure } from '../../identity/failure';
import { accountWith } from '../../identity/testing/accounts';
import type { AccountReading, Written } from '../ports/link-port';
import { settleSettings } from './converge-settings';

const without = accountWith('auth0|ada');
const wanted = accountWith('auth0|ada', new Map([['theme', 'dark']]));
const known = (account: Account): AccountReading => ({ known: true, account });
const silence: AccountReading = { known: false, code: 'unreachable' };
const ok: Written<Account> = { outcome: 'ok', value: wanted };
const because = (outcome: 'refused' | 'unknown', code: TenantFailure): Written<Account> => ({
  outcome,
  reason: { code },
});
const lost = because('unknown', 'unreachable');
const forbidden = because('refused', 'forbidden');
const done = { result: 'done', account: wanted };

describe('settleSettings', () => {
  it.each<[string, readonly AccountReading[], readonly Written<Account>[], object]>([
    ['writes what is missing', [known(without)], [ok], done],
    ['writes nothing where nothing is missing', [known(wanted)], [], done],
    ['believes the account when no answer comes', [known(without), known(wanted)], [lost], done],
    ['writes again what has not arrived', [known(without), known(without)], [lost, ok], done],
    [
      'looks once more after the last try',
      [known(without), known(without), known(without), known(wanted)],
      [lost, lost, lost],
      done,
    ],
    [
      'does not call it failed when nothing is known after three tries',
      [known(without), known(without), known(without), known(without)],
      [lost, lost, lost],
      { result: 'unknown', code: 'unreachable' },
    ],
    [
      'is not done when it is refused',
      [known(without)],
      [forbidden],
      { result: 'notDone', code: 'forbidden' },
    ],
    [
      'does not know when the repeat is refused',
      [known(without), known(without)],
      [lost, forbidden],
      { result: 'unknown', code: 'forbidden' },
    ],
    [
      'writes nothing while the account cannot be read',
      [silence],
      [],
      { result: 'notDone', code: 'unreachable' },
    ],
    [
      'does not know when it cannot be read afterwards',
      [known(without), silence],
      [lost],
      { result: 'unknown', code: 'unreachable' },
    ],
  ])('%s', async (_case, readings, writes, expected) => {
    const world = {
      read: jest.fn<Promise<AccountReading>, []>(),
      write: jest.fn<Promise<Written<Account>>, []>(),
      pause: jest.fn(() => Promise.resolve()),
    };
    readings.forEach((reading) => world.read.mockResolvedValueOnce(reading));
    writes.forEach((written) => world.write.mockResolvedValueOnce(written));
    const changesFor = (now: Account['settings']) =>
      now.has('theme') ? new Map<string, string>() : new Map([['theme', 'dark']]);

    await expect(settleSettings(world, changesFor)).resolves.toEqual(expected);
    expect(world.read).toHaveBeenCalledTimes(readings.length);
    expect(world.write).toHaveBeenCalledTimes(writes.length);
  });

  it('writes nothing where nothing may be written, and says why', async () => {
    const world = {
      read: () => Promise.resolve(known(without)),
      write: jest.fn<Promise<Written<Account>>, []>(),
      pause: () => Promise.resolve(),
    };

    await expect(settleSettings(world, () => 'unfinished-link')).resolves.toEqual({
      result: 'notDone',
      code: 'unfinished-link',
    });
    expect(world.write).not.toHaveBeenCalled();
  });
});
