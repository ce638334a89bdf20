import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../lib/command-error.ts';
import { repository } from '../lib/paths.ts';
import { installed, runNode } from '../lib/run-node.ts';

/** One text that is marked for translation. */
export interface Message {
  /** Made from the text: another text is another message. */
  readonly id: string;
  readonly text: string;
  /** Where it stands, as files of the repository. */
  readonly files: readonly string[];
}

interface MessageFacts {
  readonly 'x-locations'?: readonly { readonly file: string }[];
}

/** Where Angular writes what it finds: an Application Resource Bundle, which is JSON with the place of every text. */
export const catalogueFile = join('dist', 'messages', 'messages.arb');

/** Has Angular look for everything that is marked for translation, and reads what it has found. */
export async function extractMessages(): Promise<readonly Message[]> {
  await mkdir(join(repository, 'dist', 'messages'), { recursive: true });
  const { exitCode, output } = await runNode([installed('@angular/cli/bin/ng.js'), 'extract-i18n']);
  if (exitCode !== 0) throw new CommandError(`The messages could not be extracted.\n${output}`);

  return messagesIn(await readFile(join(repository, catalogueFile), 'utf8'));
}

/** Reads a catalogue: texts by their ids, and beside each what is known of it, by its id after an `@`. */
export function messagesIn(catalogue: string): readonly Message[] {
  const entries = JSON.parse(catalogue) as Readonly<Record<string, string | MessageFacts>>;

  return Object.entries(entries).flatMap(([id, text]) => {
    if (typeof text !== 'string' || id.startsWith('@')) return [];
    const facts = entries[`@${id}`];
    const places = typeof facts === 'object' ? (facts['x-locations'] ?? []) : [];

    return [{ id, text, files: places.map(({ file }) => file) }];
  });
}
