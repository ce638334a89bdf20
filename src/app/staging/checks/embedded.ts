import type { Connection } from '../../identity/connection';
import type { Check } from './check';
import {
  cannotBeSeen,
  failure,
  inTenantFile,
  notApplicable,
  ok,
  tenantSilent,
  warning,
} from './verdict';

/** What the two hosts end in; a browser knows better, but tells nobody. */
const lastTwoLabels = (address: string): string =>
  new URL(address).hostname.split('.').slice(-2).join('.');

/** Found out with a code that nobody was sent; the account it names cannot exist. */
export const embedded = (connections: readonly Connection[]): Check => ({
  id: 'embedded',
  group: 'application',
  title: $localize`Codes typed into this page`,
  why: $localize`The transport “embedded” needs Cross-Origin Authentication, and a tenant on the same site as this page; else browsers hold the cookie back that it counts on.`,
  async run({ crossOrigin, config, origin }) {
    const [first] = connections.filter(({ transport }) => transport === 'embedded');
    if (first === undefined) {
      return notApplicable($localize`No connection has the transport “embedded”.`);
    }
    const answer = await crossOrigin(first.name);
    if (answer.kind === 'unreadable') return tenantSilent();
    if (answer.status === 429) {
      return cannotBeSeen(
        $localize`The tenant has had too many tries from here. Wait, and run it again.`,
      );
    }
    if (answer.json['error'] !== 'access_denied') {
      return failure(
        $localize`The tenant does not take codes from this page.`,
        inTenantFile(
          $localize`Applications › your application › Settings › Cross-Origin Authentication: allow, with this origin among the Allowed Web Origins`,
          `cross_origin_authentication: true\nweb_origins:\n  - ${origin}`,
        ),
        [{ name: 'status', value: answer.status }],
      );
    }
    if (lastTwoLabels(config.tenant.origin) !== lastTwoLabels(origin)) {
      return warning(
        $localize`The tenant takes codes from this page, but seems to be on another site, so that browsers which block third-party cookies will refuse.`,
        inTenantFile(
          $localize`Branding › Custom Domains: a domain on the same site as this application`,
          'customDomains:\n  - domain: login.your-company.example\n    type: auth0_managed_certs',
        ),
      );
    }

    return ok($localize`The tenant takes codes from this page, and is on the same site.`);
  },
});
