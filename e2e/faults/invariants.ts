import { methodsOf, type LocalTenant } from '../testing/local-tenant.ts';
import { ada } from '../testing/people.ts';
import type { Direction } from './steps.ts';

type Settings = Readonly<Record<string, unknown>>;

/** What the two accounts had before anything happened. */
export interface Before {
  readonly first: Settings;
  readonly second: Settings;
}

/** The two accounts as the tenant has them now; an account that has joined another is `undefined`. */
export interface Truth {
  readonly first: Settings | undefined;
  readonly second: Settings | undefined;
  readonly isLinked: boolean;
}

export async function truthOf(tenant: LocalTenant): Promise<Truth> {
  const users = await tenant.users();
  const [first, second] = [ada.userId, ada.googleId].map((id) =>
    users.find(({ user_id }) => user_id === id),
  );

  return {
    first: first && (first.user_metadata ?? {}),
    second: second && (second.user_metadata ?? {}),
    isLinked: methodsOf(first ?? second).length === 2,
  };
}

/** I1: every value that the absorbed account had is in it, in the kept account, or set aside there. */
export function lostValues(
  before: Before,
  { first, second }: Truth,
  direction: Direction,
): string[] {
  const [had, absorbed, kept, subject] =
    direction === 'keepFirst'
      ? [before.second, second, first, ada.googleId]
      : [before.first, first, second, ada.userId];
  if (absorbed !== undefined && same(absorbed, had)) return [];
  const archive = (kept?.['linked_archive'] ?? {}) as Record<string, Settings>;

  return Object.entries(had)
    .filter(([key, value]) => {
      const places = [absorbed?.[key], kept?.[key], archive[subject]?.[key]];

      return !places.some((place) => same(place, value));
    })
    .map(([key]) => key);
}

/** I8: the kept account has its own values; nobody decided otherwise in these journeys. */
export function changedValues(
  before: Before,
  { first, second }: Truth,
  direction: Direction,
): string[] {
  const [had, now] = direction === 'keepFirst' ? [before.first, first] : [before.second, second];

  return Object.entries(had)
    .filter(([key, value]) => !same(now?.[key], value))
    .map(([key]) => key);
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
