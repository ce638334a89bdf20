import type { LigatureConfig } from '../../../config/ligature-config';
import { brokenContexts as broken, give } from '../../testing/broken-contexts';
import { answered, contextWith, goodConfig } from '../../testing/good-context';
import { allChecks } from './all-checks';
import { titleOf } from './check-result';
import type { CheckContext } from './check';
import { ok } from './verdict';

const needed = [
  'read:current_user',
  'update:current_user_metadata',
  'update:current_user_identities',
];

/** A portal that shows Lock, and offers one connection by it. */
const withLock = (strategy: string): LigatureConfig => ({
  ...goodConfig,
  connections: [{ name: 'acme', strategy, label: 'Acme', transport: 'lock' }],
});

/** What every check finds in a context, by id. */
async function found(changes: Partial<CheckContext> = {}, config = goodConfig) {
  const context = contextWith({ config, ...changes });
  const pairs = allChecks(config, needed).map(
    async (check) => [check.id, await check.run(context)] as const,
  );

  return new Map(await Promise.all(pairs));
}

/** The checks that are not content. */
async function complaints(changes: Partial<CheckContext>): Promise<readonly string[]> {
  return [...(await found(changes))]
    .filter(([, { status }]) => status === 'failure' || status === 'warning')
    .map(([id]) => id);
}

describe('the checks', () => {
  it('have nothing to say where everything is set up well', async () => {
    const statuses = [...(await found())].map(([id, { status }]) => [id, status] as const);

    expect(statuses.filter(([, status]) => status !== 'ok')).toEqual([
      ['consent', 'notApplicable'],
      ['refresh-overlap', 'cannotBeSeen'],
    ]);
  });

  it.each(broken)('find %s, and no other check does', async (_what, changes, ids) => {
    expect(await complaints(changes)).toEqual(ids);
  });

  it('do not judge the rotation of a refresh token that a portal keeps to itself', async () => {
    const renewed = {
      kind: 'renewed',
      rotated: undefined,
      issuedAtMs: 0,
      receivedAtMs: 0,
    } as const;
    const seen = await found({ renewal: () => Promise.resolve(renewed) });

    expect(seen.get('refresh-rotation')).toMatchObject({ status: 'cannotBeSeen' });
  });

  it('say in the tenant’s own words why it refuses whatever the application asks', async () => {
    const refusal = {
      kind: 'answered' as const,
      error: 'unauthorized_client',
      description: 'No.',
    };
    const seen = await found({ silent: () => Promise.resolve(refusal) });

    expect(seen.get('application-requests')).toMatchObject({
      status: 'failure',
      seen: expect.stringContaining('unauthorized_client, “No.”') as unknown,
    });
  });

  it('ask for the addresses of the folder that the application is served in', async () => {
    const appUrl = 'https://portal.acme.example/portal';
    const below = { appUrl, startUrl: `${appUrl}/` };
    const asked: string[] = [];
    const listed: Partial<CheckContext> = {
      ...below,
      silent: ({ redirectUri }) => {
        asked.push(redirectUri);

        return Promise.resolve({ kind: 'answered', error: 'login_required', description: '' });
      },
    };
    const missing: Partial<CheckContext> = {
      ...below,
      silent: () => Promise.resolve({ kind: 'silent' }),
      authorizeRedirects: () => Promise.resolve('stayed'),
      logoutRedirects: () => Promise.resolve('stayed'),
    };
    await found(listed);
    const fixes = [...(await found(missing)).values()].map((verdict) => verdict.fix?.lines);

    expect(new Set(asked)).toEqual(new Set([`${appUrl}/callback`, `${appUrl}/link/callback`]));
    expect(fixes).toEqual(
      expect.arrayContaining([
        `callbacks:\n  - ${appUrl}/callback`,
        `callbacks:\n  - ${appUrl}/link/callback`,
        `allowed_logout_urls:\n  - ${appUrl}/`,
      ]),
    );
  });

  it('find consent, held-back cookies and a refused connection, each by its own code', async () => {
    const asks = (error: string): Partial<CheckContext> => ({
      origin: 'http://localhost:4200',
      silent: ({ withSession, connection }) => {
        const own = withSession || connection === 'sms' ? error : 'login_required';

        return Promise.resolve({ kind: 'answered', error: own, description: '' });
      },
    });

    expect(await complaints(asks('consent_required'))).toContain('consent');
    expect(await complaints(asks('login_required'))).toContain('silent-frame');
    expect(await complaints(asks('invalid_request'))).toContain('connection-sms');
  });

  it.each([
    ['auth0', 'password'],
    ['auth0-adldap', 'password'],
    ['sms', 'code'],
    ['email', 'code'],
  ])('try what Lock would ask for at %s: a %s', async (strategy, secret) => {
    const crossOrigin = jest.fn(give(answered(401, { error: 'unauthorized_client' })));
    const seen = await found({ crossOrigin }, withLock(strategy));

    expect(crossOrigin).toHaveBeenCalledWith({ realm: 'acme', secret });
    expect(seen.get('embedded')?.status).toBe('failure');
    expect(seen.get('embedded')).toHaveProperty(
      'fix.lines',
      expect.stringContaining('cross_origin_authentication: true'),
    );
  });

  it('ask nothing across origins where Lock has nothing but a provider’s button', async () => {
    const crossOrigin = jest.fn(give(answered(401)));
    const seen = await found({ crossOrigin }, withLock('samlp'));

    expect(crossOrigin).not.toHaveBeenCalled();
    expect(seen.get('embedded')?.status).toBe('notApplicable');
  });

  it('say what becomes of Lock where the tenant is on another site', async () => {
    const seen = await found({ origin: 'https://portal.elsewhere.example' }, withLock('auth0'));

    expect(seen.get('embedded')?.status).toBe('warning');
    expect(seen.get('embedded')?.seen).toContain('people are asked once more');
  });

  it('guess nothing of somebody who is not signed in', async () => {
    const seen = await found({ tokens: give(undefined), ownAccount: give(undefined) });
    const ofTokens = [
      'audience',
      'scopes',
      'authorized-party',
      'token-lifetimes',
      'refresh-tokens',
      'refresh-rotation',
      'management-cors',
      'rate-limit-room',
      'silent-frame',
    ];

    expect(ofTokens.map((id) => seen.get(id)?.status)).toEqual(ofTokens.map(() => 'cannotBeSeen'));
  });

  it('do not blame cookies for a session that a drill has ended', async () => {
    const noSession: Partial<CheckContext> = {
      silent: give({ kind: 'answered', error: 'login_required', description: '' }),
    };
    const seen = async (endedByDrills: boolean) =>
      (await found({ ...noSession, endedByDrills: () => endedByDrills })).get('silent-frame');

    expect((await seen(true))?.status).toBe('cannotBeSeen');
    expect((await seen(false))?.status).toBe('warning');
  });

  it('guess nothing of a frame that the browser does not show', async () => {
    const seen = await found({
      silent: give({ kind: 'silent' }),
      authorizeRedirects: give('notSeen'),
      logoutRedirects: give('notSeen'),
    });
    const ofFrames = ['callback', 'callback-link', 'web-origin', 'logout-url', 'connection-sms'];

    expect(ofFrames.map((id) => seen.get(id)?.status)).toEqual(ofFrames.map(() => 'cannotBeSeen'));
  });

  it.each(broken)('call what they find by what is wrong: %s', async (_what, changes) => {
    const seen = await found(changes);
    const results = allChecks(goodConfig, needed).map((check) => ({
      check,
      progress: { status: 'done', verdict: seen.get(check.id) ?? ok('') } as const,
    }));
    const titles = results.filter(({ progress: { verdict } }) =>
      ['failure', 'warning'].includes(verdict.status),
    );

    expect(titles).not.toEqual([]);
    for (const result of titles) expect(titleOf(result)).not.toBe(result.check.title);
  });

  it('say how to fix whatever they find', async () => {
    const verdicts = await Promise.all(broken.map(([, changes]) => found(changes)));
    const bad = verdicts
      .flatMap((seen) => [...seen.values()])
      .filter((verdict) => verdict.status === 'failure' || verdict.status === 'warning');

    expect(bad.length).toBeGreaterThan(broken.length);
    for (const verdict of bad)
      expect(verdict).toHaveProperty('fix.setting', expect.stringMatching(/./));
  });
});
