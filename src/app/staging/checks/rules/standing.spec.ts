import { contextWith, goodConfig } from '../../testing/good-context';
import { give } from '../../testing/broken-contexts';
import { allChecks } from './all-checks';
import type { CheckContext } from './check';
import {
  blockedBy,
  countOf,
  judgeChecks,
  signInStopperOf,
  verdictOf,
  type JudgedCheck,
} from './standing';

/** Every check as it is judged in a context, all of them ended. */
async function judged(changes: Partial<CheckContext> = {}): Promise<readonly JudgedCheck[]> {
  const context = contextWith(changes);
  const results = await Promise.all(
    allChecks(goodConfig, ['read:current_user']).map(async (check) => ({
      check,
      progress: { status: 'done', verdict: await check.run(context) } as const,
    })),
  );

  return judgeChecks(results);
}

const idsOf = (all: readonly JudgedCheck[], kind: string) =>
  all.filter(({ standing }) => standing.kind === kind).map(({ check }) => check.id);

/** The tenant sends nobody back to either address, so that no message comes either. */
const noCallback: Partial<CheckContext> = {
  silent: give({ kind: 'silent' }),
  authorizeRedirects: give('stayed'),
};

describe('judgeChecks', () => {
  it('says that all is ready where everything is set up well, and what is left to look at', async () => {
    const all = await judged();

    expect(verdictOf(all, false)).toEqual({ kind: 'ready', warnings: 0, signIn: 0, blocked: 0 });
    expect(idsOf(all, 'yourself')).toEqual(['refresh-overlap']);
    expect(countOf(all, 'passed')).toBe(all.length - 2);
  });

  it('says which check the others wait for, also those that wait for one that waits', async () => {
    const all = await judged(noCallback);
    const callback = all.find(({ check }) => check.id === 'callback');

    expect(verdictOf(all, false)).toEqual({
      kind: 'broken',
      problems: 2,
      signIn: 0,
      blocked: countOf(all, 'blocked'),
    });
    expect(countOf(all, 'blocked')).toBeGreaterThan(2);
    expect(idsOf(all, 'problem')).toEqual(['callback', 'callback-link']);
    expect(idsOf(all, 'blocked')).toEqual(
      expect.arrayContaining(['web-origin', 'application-requests', 'connection-sms']),
    );
    if (callback === undefined) throw new Error('no such check');
    expect(blockedBy(all, callback.check).map(({ id }) => id)).toContain('connection-sms');
  });

  it('has what nobody can see without a sign-in wait for one, and claims nothing of it', async () => {
    const all = await judged({ tokens: give(undefined), ownAccount: give(undefined) });

    expect(verdictOf(all, false)).toEqual({
      kind: 'signedOut',
      signIn: countOf(all, 'signIn'),
      blocked: 0,
    });
    expect(idsOf(all, 'signIn')).toEqual(expect.arrayContaining(['audience', 'scopes']));
    expect(idsOf(all, 'yourself')).not.toContain('scopes');
  });

  it('says because of which check nobody can sign in, and that the other address is no such thing', async () => {
    const all = await judged(noCallback);

    expect(signInStopperOf(all)?.check.id).toBe('callback');
    expect(signInStopperOf(all.filter(({ check }) => check.id !== 'callback'))).toBeUndefined();
    expect(signInStopperOf(await judged())).toBeUndefined();
  });

  it('leaves to the person what waits for nothing that was found wrong', async () => {
    const all = await judged({
      silent: give({ kind: 'silent' }),
      authorizeRedirects: give('notSeen'),
    });

    expect(idsOf(all, 'blocked')).toEqual([]);
    expect(idsOf(all, 'yourself')).toEqual(expect.arrayContaining(['callback', 'web-origin']));
  });

  it('says nothing while checks are running', () => {
    expect(verdictOf([], true)).toEqual({ kind: 'running' });
  });
});
