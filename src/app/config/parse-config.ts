import * as v from 'valibot';

import { configSchema } from './config-schema';
import type { LigatureConfig } from './ligature-config';

/** One mistake in the configuration file: where it is, and what is wrong with it. */
export interface ConfigProblem {
  /** For instance `connections.0.label`; empty when the file as a whole is wrong. */
  readonly path: string;
  readonly message: string;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: LigatureConfig }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** Turns the text of `config.json` into a configuration, or into every mistake that is in it. */
export function parseConfig(text: string): ConfigResult {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), configSchema), text);
  if (!result.success) return { ok: false, problems: result.issues.map(problemOf) };

  const { tenant, connections, policy, branding, staging } = result.output;
  const { clientId, audience, environment } = tenant;

  return {
    ok: true,
    config: {
      tenant: { origin: originOf(tenant.domain), clientId, audience, environment },
      connections,
      policy: { ...policy, metadataPresets: new Map(Object.entries(policy.metadataPresets)) },
      branding,
      staging,
    },
  };
}

const problemOf = (issue: v.BaseIssue<unknown>): ConfigProblem => ({
  path: v.getDotPath(issue) ?? '',
  message: issue.expected === 'never' ? 'is not a setting' : issue.message,
});

const originOf = (domain: string): string =>
  domain.includes('://') ? domain : `https://${domain}`;
