import type { Check } from './check';
import { signInFailure, inConfigFile, ok } from './verdict';

export const tenantReachable = (): Check => ({
  id: 'tenant-reachable',
  group: 'tenant',
  title: $localize`Reaching the tenant`,
  problem: $localize`The tenant cannot be reached`,
  why: $localize`Every sign-in and every link goes to the tenant. A page cannot tell whether a tenant is down, misspelt or stopped by a policy.`,
  async run({ discovery, config }) {
    const { origin } = config.tenant;
    const answer = await discovery();
    if (answer.kind === 'unreadable' || answer.status !== 200) {
      const status = answer.kind === 'unreadable' ? '–' : answer.status;

      return signInFailure(
        $localize`${origin}:tenant: does not answer with its discovery document.`,
        inConfigFile(
          $localize`The tenant's domain, and connect-src in the Content-Security-Policy of this page`,
          '"tenant": { "domain": "…" }',
        ),
        [{ name: $localize`status`, value: status }],
      );
    }

    return ok($localize`${origin}:tenant: answers.`);
  },
});
