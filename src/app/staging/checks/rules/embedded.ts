import type { Connection } from '../../../identity/connection';
import { connectionKind } from '../../../identity/connection-kinds';
import type { CrossOriginTry } from '../../../management-api/tenant-probe';
import type { Check } from './check';
import {
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
  why: $localize`The transport “embedded”, and “lock” where Lock asks for a code or a password, need Cross-Origin Authentication, and a tenant on the same site as this page; else browsers hold the cookie back that they count on.`,
  async run({ crossOrigin, config, origin, appUrl, silent }) {
    const [first] = connections.flatMap((connection) => typedHere(connection) ?? []);
    if (first === undefined) {
      return notApplicable($localize`No connection has its code or password typed into this site.`);
    }
    const answer = await crossOrigin(first);
    if (answer.kind === 'unreadable') return tenantSilent('token-cors');
    if (answer.status === 429) {
      return cannotBeSeen(
        $localize`The tenant has had too many tries from here. Wait, and run it again.`,
      );
    }
    if (answer.json['error'] !== 'access_denied') {
      // The same refusal is that of an origin which is not listed, and one mistake is told once.
      const message = await silent({ redirectUri: `${appUrl}/link/callback`, withSession: false });
      if (message.kind !== 'answered') {
        return waits(
          ['web-origin'],
          $localize`The tenant takes nothing from this site; mend the check of the web origin first.`,
        );
      }

      return failure(
        $localize`The tenant takes no codes and no passwords from this site.`,
        inTenantFile(
          $localize`Applications › your application › Settings › Cross-Origin Authentication: allow, with this origin among the Allowed Web Origins`,
          `cross_origin_authentication: true\nweb_origins:\n  - ${origin}`,
          { page: 'application', value: origin },
        ),
        [{ name: 'status', value: answer.status }],
      );
    }
    if (lastTwoLabels(config.tenant.origin) !== lastTwoLabels(origin)) {
      return warning(
        otherSiteWords(connections),
        inTenantFile(
          $localize`Branding › Custom Domains: a domain on the same site as this application`,
          'customDomains:\n  - domain: login.your-company.example\n    type: auth0_managed_certs',
          { page: 'customDomains' },
        ),
      );
    }

    return ok($localize`The tenant takes what is typed into this site, and is on the same site.`);
  },
});

/** Lock can go on at the tenant's own page; a code that is typed into our page has nowhere to go. */
const otherSiteWords = (connections: readonly Connection[]): string =>
  connections.some(({ transport }) => transport === 'embedded')
    ? $localize`The tenant takes codes from this page, but seems to be on another site, so that browsers which block third-party cookies will refuse.`
    : $localize`The tenant takes what is typed into Lock, but seems to be on another site: where browsers block third-party cookies, people are asked once more, at the tenant's own page.`;
