import type { Check } from './check';
import { called, failure, ok, warning, type Fact, type Fix } from './verdict';

const server = $localize`The server of this application. “npm run headers -- https://your-host” prints all of its headers.`;

const fix = (header?: string): Fix => ({
  setting: header === undefined ? server : `${server} (${header})`,
});

/** The directives of a policy by name. */
const directivesOf = (policy: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    policy.split(';').flatMap((directive) => {
      const [name, ...values] = directive.trim().split(/\s+/);

      return name ? [[name, values] as const] : [];
    }),
  );

export const contentPolicy = (): Check => ({
  id: 'content-policy',
  group: 'page',
  title: $localize`Content-Security-Policy`,
  problem: $localize`The Content-Security-Policy is missing or wrong`,
  why: $localize`A script that an attacker brings in could link accounts. The policy keeps such scripts from running, and must still let the tenant in.`,
  async run({ pageHeaders, config }) {
    const policy = (await pageHeaders()).get('content-security-policy') ?? '';
    const directives = directivesOf(policy);
    const facts: Fact[] = [{ name: 'content-security-policy', value: policy || '–' }];
    if (policy === '') return failure($localize`The page comes without a policy.`, fix(), facts);
    const scripts = directives.get('script-src') ?? directives.get('default-src') ?? [];
    if (scripts.some((source) => /unsafe-|^\*$|^https?:$/.test(source)) || scripts.length === 0) {
      return failure($localize`The policy lets scripts from anywhere run.`, fix(), facts);
    }
    const { origin, audience } = config.tenant;
    const missing = [
      ['connect-src', origin],
      ['connect-src', new URL(audience).origin],
      ['frame-src', origin],
    ].filter(([name = '', source = '']) => !directives.get(name)?.includes(source));
    if (missing.length > 0) {
      return failure(
        $localize`The policy keeps the tenant out: ${missing.map((pair) => pair.join(' ')).join(', ')}:directives:.`,
        fix(),
        facts,
      );
    }

    return ok(
      $localize`The policy lets only this application's scripts run, and lets the tenant in.`,
      facts,
    );
  },
});

export const frameAncestors = (): Check => ({
  id: 'frame-ancestors',
  group: 'page',
  title: $localize`Frames around this page`,
  problem: $localize`Other pages can frame this one`,
  why: $localize`In another page's frame, people could be made to press “Link accounts” without seeing it.`,
  async run({ pageHeaders }) {
    const headers = await pageHeaders();
    const directives = directivesOf(headers.get('content-security-policy') ?? '');
    const ancestors = directives.get('frame-ancestors')?.join(' ');
    if (ancestors === "'none'" || headers.get('x-frame-options')?.toUpperCase() === 'DENY') {
      return ok($localize`No other page can frame this one.`);
    }
    const facts = [{ name: 'frame-ancestors', value: ancestors ?? '–' }];

    return failure(
      $localize`Other pages can frame this one.`,
      fix("frame-ancestors 'none'"),
      facts,
    );
  },
});

export const referrer = (): Check => ({
  id: 'referrer',
  group: 'page',
  title: $localize`Referrer, sniffing and caching`,
  problem: $localize`Headers for referrer, sniffing or caching are wrong`,
  why: $localize`Browsers must not tell addresses to the next page, must not take a file for what it is not, and must not show a page with an old nonce from a cache.`,
  async run({ pageHeaders }) {
    const headers = await pageHeaders();
    const expected = [
      ['referrer-policy', 'no-referrer'],
      ['x-content-type-options', 'nosniff'],
      ['cache-control', 'no-store'],
    ] as const;
    const facts = expected.map(([name]) => ({ name, value: headers.get(name) ?? '–' }));
    const wrong = expected.filter(([name, value]) => headers.get(name) !== value);
    if (wrong.length === 0) return ok($localize`The headers are as they should be.`, facts);
    const should = wrong.map((pair) => pair.join(': ')).join(', ');

    return warning($localize`These should be: ${should}:headers:.`, fix(), facts);
  },
});

export const openerPolicy = (): Check => ({
  id: 'opener-policy',
  group: 'page',
  title: $localize`Opener policy (COOP)`,
  problem: $localize`The opener policy cuts off sign-in windows (COOP)`,
  why: $localize`With “same-origin” this page cannot see the windows that it opens. Sign-ins still come back, but the page can neither bring such a window to the front nor close it.`,
  async run({ pageHeaders }) {
    const headers = await pageHeaders();
    const opener = headers.get('cross-origin-opener-policy') ?? 'unsafe-none';
    const embedder = headers.get('cross-origin-embedder-policy') ?? 'unsafe-none';
    const facts = [
      { name: 'cross-origin-opener-policy', value: opener },
      { name: 'cross-origin-embedder-policy', value: embedder },
    ];
    if (opener === 'same-origin') {
      return warning(
        $localize`This page cannot see its sign-in windows.`,
        fix('Cross-Origin-Opener-Policy: same-origin-allow-popups'),
        facts,
      );
    }
    if (embedder !== 'unsafe-none') {
      return called(
        $localize`The embedder policy keeps the tenant out (COEP)`,
        failure(
          $localize`The embedder policy keeps frames of the tenant out.`,
          fix('no Cross-Origin-Embedder-Policy'),
          facts,
        ),
      );
    }

    return ok($localize`This page can see its sign-in windows.`, facts);
  },
});
