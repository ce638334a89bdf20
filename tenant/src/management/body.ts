import { ManagementError } from '../protocol/errors.ts';
import type { TenantRequest } from '../protocol/http.ts';
import { isObject, type JsonObject, jsonTypeOf, parseJson } from '../protocol/json.ts';
import { bodyKind } from '../protocol/media-type.ts';
import { lengthOf, longestOf } from '../state/people/attribute-limits.ts';

/** What a body may have, each with Auth0's description, which complaints repeat. */
export type KnownProperties = Readonly<Record<string, string>>;

/**
 * The body of a Management call, JSON or a form: one object, with at least one property, and all of
 * them known.
 */
export class CheckedBody {
  readonly #properties: JsonObject;
  readonly #known: KnownProperties;

  constructor(request: TenantRequest, known: KnownProperties) {
    this.#properties = bodyObject(request);
    this.#known = known;
    const unknown = this.names().filter((name) => !Object.hasOwn(known, name));
    if (unknown.length > 0) {
      throw invalidBody(`Additional properties not allowed: ${unknown.join(', ')}`);
    }
    if (this.names().length === 0) throw invalidBody('Too few properties defined (0), minimum 1');
  }

  /** Lists the properties that the body has. */
  names(): readonly string[] {
    return Object.keys(this.#properties);
  }

  /** Whether the body has a property. */
  has(name: string): boolean {
    return Object.hasOwn(this.#properties, name);
  }

  /** Reads a string with something in it. */
  text(name: string): string | undefined {
    const value = this.nullableText(name);
    if (value === null) throw this.#wrongType(name, 'string');

    return value;
  }

  /** Reads a string that must be there. */
  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw invalidBody(`Missing required property: ${name}`);

    return value;
  }

  /** Reads a string, or `null` to take the value away. */
  nullableText(name: string): string | null | undefined {
    const value = this.#properties[name];
    if (value === undefined || value === null) return value;
    if (typeof value !== 'string') throw this.#wrongType(name, 'string');
    if (value === '') throw this.fail(name, 'String is too short (0 chars), minimum 1');
    const [length, limit] = [lengthOf(value), longestOf(name) ?? Infinity];
    if (length > limit) {
      throw this.fail(name, `String is too long (${length} chars), maximum ${limit}`);
    }

    return value;
  }

  /** Reads a property that is `true` or `false`. */
  flag(name: string): boolean | undefined {
    const value = this.#properties[name];
    if (value === undefined || typeof value === 'boolean') return value;

    throw this.#wrongType(name, 'boolean');
  }

  /** Reads a property that is a string or a number. */
  textOrNumber(name: string): string | number | undefined {
    const value = this.#properties[name];
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    if (value === undefined || typeof value === 'string') return value;

    throw this.#wrongType(name, 'string');
  }

  /** Reads metadata: an object whose keys Auth0 can store (contract §6.4). */
  metadata(name: string): JsonObject | undefined {
    const value = this.#properties[name];
    if (value === undefined) return undefined;
    if (!isObject(value)) throw this.#wrongType(name, 'object');
    const refused = Object.keys(value).find((key) => key.includes('.') || key.startsWith('$'));
    if (refused !== undefined) throw this.fail(name, `Invalid key: ${refused}`);

    return value;
  }

  /** Makes the refusal of a property, with Auth0's description of it. */
  fail(name: string, reason: string): ManagementError {
    return invalidBody(reason, name, this.#known[name]);
  }

  #wrongType(name: string, type: string): ManagementError {
    const found = jsonTypeOf(this.#properties[name]);

    return this.fail(name, `Expected type ${type} but found type ${found}`);
  }
}

/** Reads the one object that a body is, JSON or a form, without checking its properties. Throws a `ManagementError`. */
export function bodyObject(request: TenantRequest): JsonObject {
  const value = bodyValue(request);
  if (value === undefined) {
    throw new ManagementError(400, 'Invalid request payload JSON format', 'invalid_body');
  }
  if (!isObject(value)) {
    throw invalidBody(`Expected type object but found type ${jsonTypeOf(value)}`);
  }

  return value;
}

/** Reads whatever a body is, JSON or a form; `undefined` for broken JSON. Throws a `ManagementError` for other types. */
export function bodyValue(request: TenantRequest): unknown {
  const kind = bodyKind(request);
  if (kind === 'other') throw new ManagementError(415, 'Unsupported Media Type');

  return kind === 'form' ? formIn(request.body) : parseJson(request.body);
}

/** The fields of a form, all of them texts; one that is there more than once is a list. */
function formIn(body: string): JsonObject {
  const form = new URLSearchParams(body);
  const fields = [...new Set(form.keys())].map((name) => {
    const [first, ...others] = form.getAll(name);

    return [name, others.length === 0 ? first : [first, ...others]] as const;
  });

  return Object.fromEntries(fields);
}

/** Makes the refusal of a body, with the reason and the property it is about (§6.1). */
export function invalidBody(
  reason: string,
  property?: string,
  description?: string,
): ManagementError {
  const explained =
    description === undefined || description === '' ? '' : ` (${description.replace(/\.$/, '')})`;
  const place = property === undefined ? '' : ` on property ${property}${explained}`;

  return new ManagementError(400, `Payload validation error: '${reason}'${place}.`, 'invalid_body');
}
