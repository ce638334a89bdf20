import * as v from 'valibot';

import type { ConfigFailure, ConfigProblem } from './config-failure';
import { configSchema, somethingSeen } from './config-schema';
import type { WrittenConfig } from './ligature-config';

export type ConfigResult =
  | { readonly ok: true; readonly config: WrittenConfig }
  | { readonly ok: false; readonly failure: ConfigFailure };

/** Turns the text of `config.json` into a configuration, or into every mistake that is in it. */
export function parseConfig(text: string): ConfigResult {
  // Of each text the first thing that is wrong with it says enough.
  const result = v.safeParse(configFile, text, { abortPipeEarly: true });
  if (!result.success) {
    return {
      ok: false,
      failure: { code: 'config-invalid', problems: result.issues.map(problemOf), text },
    };
  }

  const { tenant, connections, policy, branding, support, settings, returnAddresses, staging } =
    result.output;
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
      returnAddresses,
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

function problemOf(issue: v.BaseIssue<unknown>): ConfigProblem {
  const { input } = issue;
  const kind = kindOf(issue);

  return {
    path: v.getDotPath(issue) ?? '',
    kind,
    message: messageOf(issue),
    // A setting that is missing has no value, and what is no JSON is the whole file.
    ...((kind === 'empty' || kind === 'wrong') && { received: JSON.stringify(input) }),
  };
}

function kindOf({
  type,
  kind,
  expected,
  received,
  input,
}: v.BaseIssue<unknown>): ConfigProblem['kind'] {
  if (type === 'parse_json') return 'notJson';
  if (kind === 'schema' && expected === 'never') return 'unknown';
  if (kind === 'schema' && received === 'undefined') return 'missing';

  return typeof input === 'string' && !somethingSeen.test(input) ? 'empty' : 'wrong';
}

function messageOf({ type, kind, expected, received, message }: v.BaseIssue<unknown>): string {
  // Of what may be one of several kinds, the schema says itself what that is.
  if (kind !== 'schema' || type === 'union') return message;
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
