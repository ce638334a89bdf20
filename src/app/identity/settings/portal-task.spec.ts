import { accountWith } from '../testing/accounts';
import {
  dueTasks,
  staleTasks,
  taskFrom,
  taskJson,
  taskKey,
  tasksAfterLink,
  tasksOf,
  tasksToCarry,
  withoutTasks,
  type PortalTask,
} from './portal-task';

const nowMs = Date.UTC(2027, 0, 15, 8);
const linked: PortalTask = {
  id: 'a1',
  what: 'link',
  atMs: nowMs,
  kept: 'auth0|ada',
  other: 'github|7',
  connection: 'github',
};
const unlinked: PortalTask = { ...linked, id: 'b2', what: 'unlink', atMs: nowMs + 1000 };

const settingsWith = (...tasks: readonly PortalTask[]) =>
  new Map([
    ...tasks.map((task) => [taskKey(task), taskJson(task)] as const),
    ['theme', 'dark'] as const,
  ]);

/** Ada's account with these tasks, and these methods beside her own. */
const ada = (tasks: readonly PortalTask[], ...methods: readonly string[]) => {
  const account = accountWith('auth0|ada', settingsWith(...tasks));

  return {
    ...account,
    identities: [
      ...account.identities,
      ...methods.flatMap((method) => accountWith(method).identities),
    ] as const,
  };
};

const idsOf = (tasks: readonly PortalTask[]) => tasks.map(({ id }) => id);

describe('what the portal is still to be told', () => {
  it('is read as it was written, the oldest first, and is no setting', () => {
    const certain: PortalTask = { ...unlinked, id: 'c3', atMs: nowMs + 2000, isCertain: true };
    const settings = settingsWith(certain, unlinked, linked);

    expect(tasksOf(settings)).toEqual([linked, unlinked, certain]);
    expect([...withoutTasks(settings).keys()]).toEqual(['theme']);
  });

  it.each([
    ['no list', { what: 'link' }],
    ['nothing that was done', ['merge', 1, 'a', 'b', 'c']],
    ['no time', ['link', 'now', 'a', 'b', 'c']],
    ['no time that there is', ['link', 1e300, 'a', 'b', 'c']],
    ['no account', ['link', 1, 'a', 2, 'c']],
    ['no connection', ['link', 1, 'a', 'b']],
  ])('is not read where it is %s', (_what, json) => {
    expect(taskFrom('a1', json)).toBeUndefined();
  });

  it('is a link that the account shows, or one whose method has been unlinked since', () => {
    expect(dueTasks(ada([linked], 'github|7'))).toEqual([linked]);
    expect(dueTasks(ada([linked, unlinked]))).toEqual([linked, unlinked]);
    expect(dueTasks(ada([linked]))).toEqual([]);
  });

  it('is an unlink once the method has left, even where it has been linked again', () => {
    expect(dueTasks(ada([unlinked], 'github|7'))).toEqual([]);
    expect(dueTasks(ada([unlinked]))).toEqual([unlinked]);
    expect(idsOf(dueTasks(ada([{ ...unlinked, isCertain: true }], 'github|7')))).toEqual(['b2']);
  });

  it('is nothing of an account that this one has nothing to do with', () => {
    const others = { ...linked, kept: 'auth0|eve' };

    expect(dueTasks(ada([others], 'github|7'))).toEqual([]);
    expect(dueTasks(ada([others], 'auth0|eve', 'github|7'))).toEqual([others]);
  });

  it('is forgotten where it has not happened, and cannot any more', () => {
    const account = ada([unlinked], 'github|7');
    const withinMs = 300_000;

    expect(staleTasks(account, { nowMs: unlinked.atMs + withinMs, withinMs })).toEqual([]);
    expect(idsOf(staleTasks(account, { nowMs: unlinked.atMs + withinMs + 1, withinMs }))).toEqual([
      'b2',
    ]);
    expect(staleTasks(ada([linked], 'github|7'), { nowMs: nowMs * 2, withinMs })).toEqual([]);
  });

  it('goes along when the account is absorbed, an unlink as one that has happened', () => {
    expect(tasksToCarry(ada([linked, unlinked]))).toEqual([
      linked,
      { ...unlinked, isCertain: true },
    ]);
  });

  it('is added after a link, once, and tells of an earlier unlink of the method that it did happen', () => {
    const again: PortalTask = { ...linked, id: 'd4', atMs: nowMs + 5000 };
    const carried = [{ ...linked, id: 'e5', kept: 'github|7', other: 'github|8' }];
    const now = settingsWith(unlinked);
    const added = tasksAfterLink({ linked: again, carried }, now);

    expect(idsOf(tasksOf(added))).toEqual(['e5', 'b2', 'd4']);
    expect(tasksOf(added)[1]).toEqual({ ...unlinked, isCertain: true });
    expect(tasksAfterLink({ linked: again, carried }, new Map([...now, ...added])).size).toBe(0);
  });
});
