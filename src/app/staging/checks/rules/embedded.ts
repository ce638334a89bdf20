import type { Connection } from '../../../identity/connection';
import { connectionKind } from '../../../identity/connection-kinds';
import type { CrossOriginTry } from '../../../management-api/tenant-probe';
import type { Check } from './check';
import {
  called,
  cannotBeSeen,
  failure,
  inTenantFile,
  notApplicable,
  ok,
  tenantSilent,
  waits,
  warning,
} from './verdict';

/** What the two hosts end in; a browser knows better, but tells nobody. */
const lastTwoLabels = (address: string): string =>
  new URL(address).hostname.split('.').slice(-2).join('.');

/** What is typed into this site, and not at the tenant; a provider's button in Lock leads there as any link does. */
function typedHere({ name, transport, strategy }: Connection): CrossOriginTry | undefined {
  if (transport === 'embedded') return { realm: name, secret: 'code' };
  if (transport !== 'lock') return undefined;
  const { hasPasswordForm, messageTo } = connectionKind(strategy);
  if (hasPasswordForm) return { realm: name, secret: 'password' };

  return messageTo === undefined ? undefined : { realm: name, secret: 'code' };
}

/** Found out with a code or a password of nobody's; the account it names cannot exist. */
export const embedded = (connections: readonly Connection[]): Check => ({
  id: 'embedded',
  group: 'application',
  title: $localize`Codes and passwords typed into this site`,
  problem: $localize`Codes and passwords typed into this site do not work`,
  why: $localize`The transport “embedded” needs Cross-Origin Authentication, and so does “lock” where Lock asks for a code or a password. Both need a tenant on the same site as this page: otherwise browsers hold back the cookie that they rely on.`,
  async run({ crossOrigin, config, origin, appUrl, silent }) {
    const [first] = connections.flatMap((connection) => typedHere(connection) ?? []);
    if (first === undefined) {
      return notApplicable(
        $localize`For no connection is a code or a password typed into this site.`,
      );
    }
    const answer = await crossOrigin(first);
    if (answer.kind === 'unreadable') return tenantSilent('token-cors');
    if (answer.status === 429) {
      return cannotBeSeen(
        $localize`The tenant has seen too many tries from here. Wait a while, then run this check again.`,
      );
    }
    if (answer.json['error'] !== 'access_denied') {
      // The same refusal is that of an origin which is not listed, and one mistake is told once.
      const message = await silent({ redirectUri: `${appUrl}/link/callback`, withSession: false });
      if (message.kind !== 'answered') {
        return waits(
          ['web-origin'],
          $localize`The tenant accepts nothing from this site. Fix the web origin first.`,
        );
      }

      return failure(
        $localize`The tenant accepts no codes and no passwords from this site.`,
        inTenantFile(
          $localize`Applications › your application › Settings › Cross-Origin Authentication: allow it, and add this origin to the Allowed Web Origins`,
          `cross_origin_authentication: true\nweb_origins:\n  - ${origin}`,
          { page: 'application', value: origin },
        ),
        [{ name: $localize`status`, value: answer.status }],
      );
    }
    if (lastTwoLabels(config.tenant.origin) !== lastTwoLabels(origin)) {
      return called(
        $localize`The tenant seems to be on another site`,
        warning(
          otherSiteWords(connections),
          inTenantFile(
            $localize`Branding › Custom Domains: a domain on the same site as this application`,
            'customDomains:\n  - domain: login.your-company.example\n    type: auth0_managed_certs',
            { page: 'customDomains' },
          ),
        ),
      );
    }

    return ok($localize`The tenant accepts what is typed into this site, and is on the same site.`);
  },
});

/** Lock can go on at the tenant's own page; a code that is typed into our page has nowhere to go. */
const otherSiteWords = (connections: readonly Connection[]): string =>
  connections.some(({ transport }) => transport === 'embedded')
    ? $localize`The tenant accepts codes from this page, but seems to be on another site. Browsers that block third-party cookies will refuse them.`
    : $localize`The tenant accepts what is typed into Lock, but seems to be on another site. Where browsers block third-party cookies, people are asked once more, on the tenant's own page.`;
