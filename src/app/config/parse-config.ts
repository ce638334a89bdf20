import * as v from 'valibot';

import type { ConfigFailure, ConfigProblem } from './config-failure';
import { configSchema } from './config-schema';
import type { LigatureConfig } from './ligature-config';

export type ConfigResult =
  | { readonly ok: true; readonly config: LigatureConfig }
  | { readonly ok: false; readonly failure: ConfigFailure };

/** Turns the text of `config.json` into a configuration, or into every mistake that is in it. */
export function parseConfig(text: string): ConfigResult {
  // Of each text the first thing that is wrong with it says enough.
  const result = v.safeParse(configFile, text, { abortPipeEarly: true });
  if (!result.success) {
    return {
      ok: false,
      failure: { code: 'config-invalid', problems: result.issues.map(problemOf) },
    };
  }

  const { tenant, connections, policy, branding, support, settings, staging } = result.output;
  const { domain: origin, clientId, audience, environment } = tenant;

  return {
    ok: true,
    config: {
      tenant: { origin, clientId, audience, environment },
      connections,
      policy: { ...policy, metadataPresets: new Map(Object.entries(policy.metadataPresets)) },
      branding,
      ...(support && { support }),
      ...(settings && { settings: new Map(Object.entries(settings)) }),
      staging,
    },
  };
}

/** Where it stops being JSON is said by the browser, in English and in its own way. */
const configFile = v.pipe(
  v.string(),
  v.parseJson(undefined, ({ received }) => `is not JSON: ${received.slice(1, -1)}`),
  configSchema,
);

const problemOf = (issue: v.BaseIssue<unknown>): ConfigProblem => ({
  path: v.getDotPath(issue) ?? '',
  message: messageOf(issue),
});

function messageOf({ kind, expected, received, message }: v.BaseIssue<unknown>): string {
  if (kind !== 'schema') return message;
  if (expected === 'never') return 'is not a setting';
  if (received === 'undefined') return 'is missing';

  return `must be ${wanted(expected ?? '')}, not ${received}`;
}

const kinds = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['Array', 'a list'],
  ['Object', 'an object'],
]);

/** What a schema expects, in words: a kind of value, or one of a few. */
const wanted = (expected: string): string =>
  kinds.get(expected) ?? expected.replaceAll(/[()]/g, '').replaceAll(' | ', ' or ');
