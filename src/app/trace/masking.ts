import { isPersonal, type Personal, type PersonalKind, type TraceValue } from './personal';

/** How a personal value is written where people read it. */
export type Writer = (value: Personal) => string;

/** As it is: for an admin who has asked for it. */
export const revealed: Writer = ({ value }) => value;

const words: Readonly<Record<PersonalKind, string>> = {
  id: 'ID',
  email: 'email address',
  phone: 'phone number',
  text: 'text',
};

/**
 * A writer that gives each value a number instead: the same value the same number, so that one can still
 * follow who is who. Of an id the provider stays, which is half of what one wants to know.
 */
export function masking(): Writer & { readonly seen: () => readonly [string, string][] } {
  const masks = new Map<string, string>();
  const counts = new Map<PersonalKind, number>();

  const maskOf = (kind: PersonalKind, value: string): string => {
    const known = masks.get(value);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const mask = `<${words[kind]} ${count}>`;
    masks.set(value, mask);

    return mask;
  };

  const write: Writer = ({ personal: kind, value }) => {
    const [, provider = '', id = value] = /^([\w.-]+\|)(.+)$/s.exec(value) ?? [];

    return kind === 'id' ? provider + maskOf(kind, id) : maskOf(kind, value);
  };

  return Object.assign(write, { seen: () => [...masks] });
}

/** A value of an event on one line. */
export function written(value: TraceValue, write: Writer): string {
  if (isPersonal(value)) return write(value);

  return isList(value) ? value.map((item) => written(item, write)).join(', ') : String(value);
}

/** Anything with personal values in it as plain JSON, each of them as `write` has it. */
export function plainJson(value: unknown, write: Writer): unknown {
  if (isPersonal(value)) return write(value);
  if (Array.isArray(value)) return value.map((item) => plainJson(item, write));
  if (typeof value !== 'object' || value === null) return value;

  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, plainJson(field, write)]),
  );
}

const isList = (value: TraceValue): value is readonly TraceValue[] => Array.isArray(value);
