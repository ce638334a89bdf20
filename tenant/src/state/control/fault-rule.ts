import { JsonReader } from '../../protocol/json-reader.ts';
import { defined, type JsonObject } from '../../protocol/json.ts';

/**
 * What cannot be said by a status and a body: the ID token carries another nonce, the page that
 * answers a popup stays silent, the browser sends and keeps no cookie, the tenant changes its key.
 */
const twists = ['wrong-nonce', 'silent-message', 'no-cookies', 'rotate-keys'] as const;

export type Twist = (typeof twists)[number];

/** Which requests go wrong. */
export interface FaultMatch {
  /** `*` is every method but `OPTIONS`. */
  readonly method: string;
  /** A prefix, or with stars a pattern for the whole path: `*` stays inside a segment, `**` does not. */
  readonly path: string;
  /** Parameters of the query that must have these values. */
  readonly query?: Readonly<Record<string, string>>;
}

/** What happens instead. A text is sent as it is, any other body as JSON. */
export interface FaultOutcome {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
  readonly drop?: boolean;
  readonly twist?: Twist;
}

/** Something that goes wrong on purpose. */
export interface FaultRule {
  readonly match: FaultMatch;
  /** `before`: the tenant never gets the request. `after`: it was processed, and the answer suffers. */
  readonly when: 'before' | 'after';
  /** How often; without it, until the rule is deleted. */
  readonly times?: number;
  readonly probability?: number;
  readonly then: FaultOutcome;
}

const longestDelayMs = 600_000;
const longestPath = 500;

/** Reads a rule. A complaint names the path of what is wrong. */
export function parseFaultRule(value: unknown, path = 'rule'): FaultRule {
  const rule = new JsonReader(value, path);
  const match = rule.object('match').whole(parseMatch);
  const then = rule.object('then').whole(parseOutcome);
  const times = rule.optionalNumber('times');
  const probability = rule.optionalNumber('probability');
  if (times !== undefined && (!Number.isInteger(times) || times < 1)) {
    rule.fail('times', 'must be a whole number, 1 or more');
  }
  if (probability !== undefined && !(probability > 0 && probability <= 1)) {
    rule.fail('probability', 'must be more than 0 and at most 1');
  }
  const when = rule.optionalChoice('when', ['before', 'after']) ?? 'before';
  if (Object.keys(then).length === 0) rule.fail('then', 'must say what happens');
  rule.finish();

  return { match, when, ...defined({ times, probability }), then };
}

function parseMatch(match: JsonReader): FaultMatch {
  const method = (match.optionalText('method') ?? '*').toUpperCase();
  if (!/^(\*|[A-Z]+)$/.test(method)) match.fail('method', 'must be a method, or *');
  const path = match.text('path');
  if (!path.startsWith('/')) match.fail('path', 'must start with /');
  if (path.length > longestPath) match.fail('path', `must have ${longestPath} characters at most`);
  const query = match.has('query') ? match.object('query').allTexts() : undefined;
  return { method, path, ...defined({ query }) };
}

function parseOutcome(then: JsonReader): FaultOutcome {
  const status = then.optionalNumber('status');
  if (status !== undefined && !(Number.isInteger(status) && status >= 200 && status <= 599)) {
    then.fail('status', 'must be a status from 200 to 599');
  }
  const delayMs = then.optionalNumber('delayMs');
  if (delayMs !== undefined && !(delayMs >= 0 && delayMs <= longestDelayMs)) {
    then.fail('delayMs', `must be from 0 to ${longestDelayMs}`);
  }
  return defined({
    status,
    body: then.optionalValue('body'),
    headers: then.has('headers') ? then.object('headers').allTexts() : undefined,
    delayMs,
    drop: then.optionalFlag('drop'),
    twist: then.optionalChoice('twist', twists),
  });
}

/** Shows a rule as the control plane does. */
export function faultShape({ id, preset, rule, fired }: ActiveFault): JsonObject {
  return { id, ...defined({ preset }), ...rule, fired };
}

/** A rule that is on, and how often it has fired. */
export interface ActiveFault {
  readonly id: string;
  /** The preset it came from. */
  readonly preset?: string;
  readonly rule: FaultRule;
  readonly fired: number;
}
