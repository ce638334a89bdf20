import type { Caller } from '../oauth/tokens/access-token.ts';
import { ManagementError } from '../protocol/errors.ts';
import { parameter, type Reply } from '../protocol/http.ts';
import type { JsonObject } from '../protocol/json.ts';
import type { Endpoint, Exchange } from '../state/tenant-state.ts';
import { authorize } from './user-access.ts';

/** What an endpoint takes in its query, each with Auth0's description, which complaints repeat. */
export type KnownParameters = Readonly<Record<string, string>>;

/** A query whose parameters are checked; what is not known is refused (contract §6.1). */
export class CheckedQuery {
  readonly #query: URLSearchParams;
  readonly #known: KnownParameters;

  constructor(query: URLSearchParams, known: KnownParameters) {
    const unknown = [...query.keys()].filter((name) => !Object.hasOwn(known, name));
    if (unknown.length > 0) {
      throw invalidQuery(`Additional properties not allowed: ${[...new Set(unknown)].join(', ')}`);
    }
    this.#query = query;
    this.#known = known;
  }

  /** Reads a parameter as it is. */
  text(name: string): string | undefined {
    return parameter(this.#query, name);
  }

  /** Reads all values of a parameter that may be repeated, also under its name with brackets. */
  texts(name: string): readonly string[] {
    return [...this.#query.getAll(name), ...this.#query.getAll(`${name}[]`)];
  }

  /** Reads a parameter that is `true` or `false`. */
  flag(name: string): boolean | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (value !== 'true' && value !== 'false') {
      throw this.fail(name, 'Expected type boolean but found type string');
    }

    return value === 'true';
  }

  /** Reads a whole number within its bounds. */
  integer(
    name: string,
    { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  ): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (!/^-?\d+$/.test(value)) {
      throw this.fail(name, 'Expected type integer but found type string');
    }
    const number = Number(value);
    if (number < minimum) {
      throw this.fail(name, `Value ${value} is less than minimum ${minimum}`);
    }
    if (number > maximum) {
      throw this.fail(name, `Value ${value} is greater than maximum ${maximum}`);
    }

    return number;
  }

  /** Makes the refusal of a parameter, with Auth0's description of it. */
  fail(name: string, reason: string): ManagementError {
    return invalidQuery(reason, `${name} (${this.#known[name] ?? ''})`);
  }
}

/** Makes the refusal of a query, with the reason and the parameter it is about (§6.1). */
export function invalidQuery(reason: string, property?: string): ManagementError {
  const place = property === undefined ? '' : ` on property ${property}`;

  return new ManagementError(
    400,
    `Query validation error: '${reason}'${place}.`,
    'invalid_query_string',
  );
}

/** Makes an endpoint that reads: it checks first the token for one of these scopes, and then the query. */
export const reading =
  (
    scopes: readonly string[],
    known: KnownParameters,
    answer: (query: CheckedQuery, exchange: Exchange, caller: Caller) => Reply,
  ): Endpoint =>
  async (exchange) => {
    const caller = await authorize(scopes, exchange);

    return answer(new CheckedQuery(exchange.request.query, known), exchange, caller);
  };

/** The parameters that choose what of an object is shown. */
export const fieldParameters = {
  fields:
    'Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields.',
  include_fields: 'Whether specified fields are to be included (true) or excluded (false).',
};

/** Shows of an object what the query names, or everything but that (contract §6.3). */
export function fieldSelection(query: CheckedQuery): (object: JsonObject) => JsonObject {
  const fields = query.text('fields');
  const includes = query.flag('include_fields') ?? true;
  if (fields === undefined) return (object) => object;
  const named = new Set(fields.split(',').map((field) => field.trim()));

  return (object) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => named.has(name) === includes));
}
