import type { Account } from '../../identity/account';
import type { TenantFailure } from '../../identity/failure';
import type { Json, Settings } from '../../identity/json';
import { journalJson } from '../../identity/link/journal';
import { openJournal } from '../../identity/link/journal-opening';
import { taskJson, taskKey, type PortalTask } from '../../identity/settings/portal-task';
import { planUnlink } from '../../identity/link/unlink-plan';
import { accountWith } from '../../identity/testing/accounts';
import type { AccountReading, Written } from '../ports/link-port';
import { findOutUnlink, runUnlink, type UnlinkPort } from './run-unlink';

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
  const port = {
    write: jest.fn<Promise<Written<Account>>, [Settings]>(),
    now: () => 0,
    note: jest.fn(),
    events: () => [],
    remove: jest.fn<Promise<Removal>, []>(),
    readKept: jest.fn<Promise<AccountReading>, []>(),
    delay: jest.fn(() => Promise.resolve()),
  } satisfies UnlinkPort;
  // The account is read before anything is sent.
  port.readKept.mockResolvedValueOnce(there);
  removals.forEach((removal) => port.remove.mockResolvedValueOnce(removal));
  readings.forEach((reading) => port.readKept.mockResolvedValueOnce(reading));

  return port;
}

describe('runUnlink', () => {
  it.each<[string, readonly Removal[], readonly AccountReading[], object]>([
    ['is done when the answer says so', [ok], [], { kind: 'done' }],
    [
      'REL-37: is done when the answer is lost and the method gone',
      [lost],
      [gone],
      { kind: 'done' },
    ],
    ['REL-37: repeats it when it is still there', [lost, ok], [there], { kind: 'done' }],
    [
      'REL-37: does not take the second answer for a failure',
      [lost, because('refused', 'not-found')],
      [there, gone],
      { kind: 'done' },
    ],
    [
      'is done when it was gone already',
      [because('refused', 'rejected')],
      [gone],
      { kind: 'done' },
    ],
    [
      'is not done when it is refused and there',
      [because('refused', 'rejected')],
      [there],
      { kind: 'notDone', code: 'rejected' },
    ],
    [
      'does not say that the method belongs elsewhere, or is not there, when it is there',
      [because('refused', 'conflict')],
      [there],
      { kind: 'notDone', code: 'rejected' },
    ],
    [
      'asks nobody after a clear refusal',
      [because('refused', 'forbidden')],
      [],
      { kind: 'notDone', code: 'forbidden' },
    ],
    [
      'sends nothing offline',
      [because('notSent', 'offline')],
      [],
      { kind: 'notDone', code: 'offline' },
    ],
    [
      'does not know when nobody answers',
      [lost],
      [silent],
      { kind: 'unknown', code: 'unreachable' },
    ],
    [
      'gives up after three tries, and does not call it a failure',
      [lost, lost, lost],
      [there, there, there],
      { kind: 'unknown', code: 'unreachable' },
    ],
    [
      'does not know when the repeat is refused, since the first may arrive',
      [lost, because('refused', 'forbidden')],
      [there],
      { kind: 'unknown', code: 'forbidden' },
    ],
  ])('%s', async (_case, removals, readings, expected) => {
    const port = setUp(removals, readings);

    await expect(runUnlink(port, plan)).resolves.toEqual(expected);
    expect(port.remove).toHaveBeenCalledTimes(removals.length);
    expect(port.readKept).toHaveBeenCalledTimes(1 + readings.length);
  });
});

describe('runUnlink, where the link of the method is still on record', () => {
  const journal = openJournal(new Map([['theme', 'dark']]), new Map([['locale', 'en']]), {
    id: 'a link',
    subject: 'github|7',
    connection: 'github',
    by: 'laptop',
    nowMs: 0,
    tokenExpiresAtMs: 36_000_000,
  });
  const settings = new Map<string, Json>([
    ['theme', 'dark'],
    ['locale', 'en'],
  ]);
  const onRecord = {
    ...ada,
    settings: new Map([...settings, ['acct_link', journalJson(journal)]]),
  };
  const closing = new Map<string, Json>([
    ['acct_link', null],
    ['linked_history', [['link', 0, 'github|7', 'github']]],
  ]);

  function setUpOpen(closed: Written<Account>, account: Account = onRecord) {
    const port = setUp([ok], []);
    port.readKept.mockReset().mockResolvedValue({ known: true, account });
    port.write.mockResolvedValue(closed);

    return port;
  }

  it('I1: closes it first, so that nobody can undo it when the method is gone', async () => {
    const port = setUpOpen({ outcome: 'ok', value: { ...ada, settings } });

    await expect(runUnlink(port, plan)).resolves.toEqual({ kind: 'done' });
    expect(port.write.mock.calls).toEqual([[closing]]);
    expect(port.remove).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Written<Account>]>([
    ['refused', { outcome: 'refused', reason: { code: 'forbidden' } }],
    ['unknown', { outcome: 'unknown', reason: { code: 'unreachable' } }],
  ])('I1: unlinks nothing when closing it is %s', async (_case, closed) => {
    const port = setUpOpen(closed);

    await expect(runUnlink(port, plan)).resolves.toEqual({
      kind: 'notDone',
      code: 'unfinished-link',
    });
    expect(port.remove).not.toHaveBeenCalled();
  });

  it('has nothing to do with the unfinished link of another method', async () => {
    const other = journalJson({ ...journal, subject: 'google-oauth2|115' });
    const port = setUpOpen(lost as Written<never>, {
      ...ada,
      settings: new Map([['acct_link', other]]),
    });

    await expect(runUnlink(port, plan)).resolves.toEqual({ kind: 'done' });
    expect(port.write).not.toHaveBeenCalled();
  });

  it('unlinks nothing while the account cannot be read', async () => {
    const port = setUpOpen({ outcome: 'ok', value: ada });
    port.readKept.mockReset().mockResolvedValue({ known: false, code: 'offline' });

    await expect(runUnlink(port, plan)).resolves.toEqual({ kind: 'notDone', code: 'offline' });
    expect(port.remove).not.toHaveBeenCalled();
  });
});

describe('findOutUnlink', () => {
  it.each([
    ['gone', gone, { kind: 'done' }],
    ['there', there, { kind: 'notDone', code: 'busy' }],
    ['not to be read', silent, { kind: 'unknown', code: 'busy' }],
  ])('judges a method that is %s, and writes nothing', async (_case, reading, expected) => {
    const port = setUp([], []);
    port.readKept.mockReset().mockResolvedValueOnce(reading);

    await expect(findOutUnlink(port, plan, 'busy')).resolves.toEqual(expected);
    expect(port.remove).not.toHaveBeenCalled();
  });
});

describe('runUnlink of which a portal is to be told', () => {
  const task: PortalTask = {
    ...{ id: 'a1', what: 'unlink', atMs: 1000, kept: 'auth0|ada', other: 'github|7' },
    connection: 'github',
  };
  const noted = { ...ada, settings: new Map([[taskKey(task), taskJson(task)]]) };
  const busy: Written<Account> = { outcome: 'refused', reason: { code: 'busy' } };

  it('REL-45: has the account note it before anything is sent', async () => {
    const port = setUp([ok], [there]);
    port.write.mockResolvedValueOnce({ outcome: 'ok', value: noted });

    await expect(runUnlink(port, plan, task)).resolves.toEqual({ kind: 'done', id: 'a1' });
    expect(port.write.mock.calls).toEqual([[noted.settings]]);
    expect(port.write.mock.invocationCallOrder[0]).toBeLessThan(
      port.remove.mock.invocationCallOrder[0] ?? 0,
    );
  });

  it('sends nothing where the account does not note it', async () => {
    const port = setUp([], [there]);
    port.write.mockResolvedValueOnce(busy);

    await expect(runUnlink(port, plan, task)).resolves.toEqual({ kind: 'notDone', code: 'busy' });
    expect(port.remove).not.toHaveBeenCalled();
  });

  it('takes the note off where the method stays', async () => {
    const port = setUp([because('refused', 'forbidden')], [there]);
    port.write.mockResolvedValueOnce({ outcome: 'ok', value: noted });

    await expect(runUnlink(port, plan, task)).resolves.toMatchObject({ kind: 'notDone' });
    expect(port.write).toHaveBeenLastCalledWith(new Map([[taskKey(task), null]]));
  });

  it('keeps the note of an earlier try that may yet arrive, and its id', async () => {
    const earlier = { ...ada, settings: new Map([['linked_task_b2', taskJson(task)]]) };
    const port = setUp([because('refused', 'forbidden')], [{ known: true, account: earlier }]);

    await expect(runUnlink(port, plan, task)).resolves.toMatchObject({ kind: 'notDone' });
    expect(port.write).not.toHaveBeenCalled();
  });
});
