import { sendWithinMs } from '../../identity/link/journal';
import type { Fault, FaultsByKind, Script } from './browser';
import { storyOf, type Story } from './story';
import { withoutNotes } from './without-notes';

export const none: Fault = { kind: 'none' };
export const toldNothing: Fault = { kind: 'lost' };

/** A script in which these become of the requests, one after the other. */
export const scriptOf = (...faults: readonly Fault[]): Script => ({
  turns: faults.map((fault) => ({ fault })),
});

/** When a page ends: before and after the effect of each request there is a wait. */
export const before = { sending: 8, closing: 10 };
export const after = { sending: 9 };

/** A link that is on its way for so many more requests. */
export const late = (steps: number): FaultsByKind => ({ link: [{ kind: 'late', steps }] });

/** When another browser may take a link over. */
export const leaseLater = sendWithinMs + 1;

/** What the account has once the link below is finished. */
export const linked = {
  locale: 'en',
  theme: 'light',
  linked_archive: { 'auth0|ada': { theme: 'dark' } },
};

/** A link whose page ended; `of`: what became of its requests. */
export async function cutShort(crashAt: number, of: FaultsByKind = {}) {
  const story = storyOf(
    { theme: 'dark' },
    { locale: 'en', theme: 'light' },
    new Map([['theme', 'theirs']]),
  );
  const ended = await story.link('laptop', { turns: [], of, crashAt });
  if (ended !== undefined) throw new Error('The page does not end there.');
  const { tenant } = story;
  const settings = () => Object.fromEntries(withoutNotes(story.kept.settings));

  return { story, tenant, settings };
}

export const journalIdOf = ({ journal }: Story): string => journal?.id ?? '';
