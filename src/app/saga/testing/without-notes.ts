import type { Settings } from '../../identity/json';
import { withoutHistory } from '../../identity/settings/link-history';
import { archiveKey } from '../../identity/settings/reserved-settings';
import { archiveWithBrought, broughtOf } from '../../identity/settings/settings-archive';

/** The settings without what an account notes of its links: when they were, and what they have brought. */
export function withoutNotes(settings: Settings): Settings {
  const archive = settings.get(archiveKey);
  const rest = [...broughtOf(archive).keys()].reduce(
    (value, subject) => archiveWithBrought(value, { subject }, {}),
    archive,
  );

  return new Map(
    [...withoutHistory(settings)]
      .filter(([key]) => key !== archiveKey || rest !== undefined)
      .map(([key, value]) => [key, key === archiveKey ? (rest ?? null) : value]),
  );
}
