import type { Check } from './check';
import { textOf } from './text-of';
import { called, failure, inConfigFile, ok, tenantSilent, warning } from './verdict';

const isCanonical = (host: string): boolean => /\.auth0\.com$|^localhost$|^127\./.test(host);

/** Custom domain against canonical: tokens are made out in the name of the domain that one asked. */
export const issuer = (): Check => ({
  id: 'issuer',
  group: 'tenant',
  title: $localize`Issuer, custom domain and audience`,
  problem: $localize`The tenant issues tokens under another domain`,
  why: $localize`A token names the domain that issued it. If people sign in at one domain of the tenant and the configuration names another, every sign-in fails. The Management API is known by the canonical domain alone.`,
  async run({ discovery, config }) {
    const answer = await discovery();
    if (answer.kind === 'unreadable' || answer.status !== 200) return tenantSilent();
    const { origin, audience } = config.tenant;
    const seen = textOf(answer.json['issuer']);
    const facts = [
      { name: 'issuer', value: seen },
      { name: 'audience', value: audience },
    ];
    if (seen !== `${origin}/`) {
      return failure(
        $localize`The tenant issues tokens as ${seen}:issuer:, and the configuration expects ${origin}:expected:/.`,
        inConfigFile(
          $localize`The domain where people sign in: Branding › Custom Domains`,
          `"tenant": { "domain": "${seen.replace(/^https:\/\//, '').replace(/\/$/, '')}" }`,
          { page: 'customDomains' },
        ),
        facts,
      );
    }
    const [host, audienceHost] = [new URL(origin).hostname, new URL(audience).hostname];
    if (!isCanonical(host) && host === audienceHost) {
      return called(
        $localize`The audience names the custom domain`,
        warning(
          $localize`The audience names the custom domain. The Management API is known by the canonical one.`,
          inConfigFile(
            $localize`APIs › Auth0 Management API › Identifier`,
            '"audience": "https://{tenant}.auth0.com/api/v2/"',
            { page: 'managementApi' },
          ),
          facts,
        ),
      );
    }

    return ok(
      $localize`The tenant issues tokens under the domain that the configuration names.`,
      facts,
    );
  },
});
