import type { Account } from '../../identity/account';
import type { TenantFailure } from '../../identity/failure';
import { accountWith } from '../../identity/testing/accounts';
import type { AccountReading, Written } from '../ports/link-port';
import { convergeSettings } from './converge-settings';

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
const done = { kind: 'done', account: wanted };

describe('convergeSettings', () => {
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
      { kind: 'unknown', code: 'unreachable' },
    ],
    [
      'is not done when it is refused',
      [known(without)],
      [forbidden],
      { kind: 'notDone', code: 'forbidden' },
    ],
    [
      'does not know when the repeat is refused',
      [known(without), known(without)],
      [lost, forbidden],
      { kind: 'unknown', code: 'forbidden' },
    ],
    [
      'writes nothing while the account cannot be read',
      [silence],
      [],
      { kind: 'notDone', code: 'unreachable' },
    ],
    [
      'does not know when it cannot be read afterwards',
      [known(without), silence],
      [lost],
      { kind: 'unknown', code: 'unreachable' },
    ],
  ])('%s', async (_case, readings, writes, expected) => {
    const port = {
      read: jest.fn<Promise<AccountReading>, []>(),
      write: jest.fn<Promise<Written<Account>>, []>(),
      delay: jest.fn(() => Promise.resolve()),
    };
    readings.forEach((reading) => port.read.mockResolvedValueOnce(reading));
    writes.forEach((written) => port.write.mockResolvedValueOnce(written));
    const changesFor = (now: Account['settings']) =>
      now.has('theme') ? new Map<string, string>() : new Map([['theme', 'dark']]);

    await expect(convergeSettings(port, changesFor)).resolves.toEqual(expected);
    expect(port.read).toHaveBeenCalledTimes(readings.length);
    expect(port.write).toHaveBeenCalledTimes(writes.length);
  });

  it('writes nothing where nothing may be written, and says why', async () => {
    const port = {
      read: () => Promise.resolve(known(without)),
      write: jest.fn<Promise<Written<Account>>, []>(),
      delay: () => Promise.resolve(),
    };

    await expect(convergeSettings(port, () => 'unfinished-link')).resolves.toEqual({
      kind: 'notDone',
      code: 'unfinished-link',
    });
    expect(port.write).not.toHaveBeenCalled();
  });
});
