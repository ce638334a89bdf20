import type { FailureCode } from '../../../identity/failure';
import { isJsonObject, objectOf, type Json, type Settings } from '../../../identity/json';
import { archiveKey } from '../../../identity/settings/reserved-settings';
import { archiveWithBrought, broughtOf } from '../../../identity/settings/settings-archive';
import { isOfDrill } from '../catalogue/drill-settings';

/** What drills that did not come to their end have left in the account of whoever is signed in. */
export type Leftovers =
  | { readonly status: 'none' }
  | { readonly status: 'found'; readonly names: readonly string[]; readonly problem?: FailureCode }
  | { readonly status: 'removing'; readonly names: readonly string[] }
  | { readonly status: 'removed'; readonly names: readonly string[] };

/** The names of what is left, also of what a link has set aside; each once. */
export function leftoverNames(settings: Settings): readonly string[] {
  const aside = settings.get(archiveKey);
  const inArchive = isJsonObject(aside) ? Object.values(aside).flatMap(namesIn) : [];
  const brought = [...broughtOf(aside).values()].flatMap((notes) => Object.keys(notes));

  return [...new Set([...settings.keys(), ...inArchive, ...brought].filter(isOfDrill))];
}

/** The write that removes just that; empty if there is nothing. */
export function leftoverRemoval(settings: Settings): Settings {
  const changes = new Map<string, Json>();
  for (const name of settings.keys()) if (isOfDrill(name)) changes.set(name, null);
  const aside = settings.get(archiveKey);
  const cleared = withoutBrought(aside);
  if (isJsonObject(cleared) && Object.values(cleared).some(holdsLeftovers)) {
    const rest = Object.entries(cleared).flatMap(withoutLeftovers);
    changes.set(archiveKey, rest.length > 0 ? objectOf(rest) : null);
  } else if (cleared !== aside) {
    changes.set(archiveKey, cleared ?? null);
  }

  return changes;
}

/** What is set aside, without the notes of what a drill has brought. */
const withoutBrought = (aside: Json | undefined): Json | undefined =>
  [...broughtOf(aside)]
    .filter(([, notes]) => holdsLeftovers(notes))
    .reduce(
      (rest, [subject, notes]) =>
        archiveWithBrought(
          rest,
          { subject },
          objectOf(Object.entries(notes).filter(([name]) => !isOfDrill(name))),
        ),
      aside,
    );

const namesIn = (value: Json): readonly string[] => (isJsonObject(value) ? Object.keys(value) : []);

const holdsLeftovers = (value: Json): boolean => namesIn(value).some(isOfDrill);

/** An account's part of what is set aside; none where a drill had set aside all of it. */
function withoutLeftovers([subject, value]: readonly [string, Json]): readonly [string, Json][] {
  if (!isJsonObject(value) || !holdsLeftovers(value)) return [[subject, value]];
  const rest = Object.entries(value).filter(([name]) => !isOfDrill(name));

  return rest.length > 0 ? [[subject, objectOf(rest)]] : [];
}
