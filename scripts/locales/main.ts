import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appModule } from '../lib/app-module.ts';
import { CommandError } from '../lib/command-error.ts';
import { parseOptions } from '../lib/options.ts';
import { repository } from '../lib/paths.ts';
import { runCommand } from '../lib/run-command.ts';
import { catalogueFile, extractMessages } from './catalogue.ts';
import {
  bannedWords,
  complaintsAbout,
  complaintsAboutWords,
  updated,
  type Texts,
} from './judge.ts';

interface LanguagesModule {
  readonly languages: Readonly<Record<string, { readonly load?: unknown }>>;
}

const fileOf = (code: string): string => join('src', 'locales', `${code}.json`);

/** Writes what is to be translated, and says what the languages lack; with `--update` it makes room for that in them. */
await runCommand(async () => {
  const { update = false } = parseOptions(process.argv.slice(2), { update: { type: 'boolean' } });
  const { languages } = await appModule<LanguagesModule>('../locales/languages');
  const messages = await extractMessages();
  console.log(`${messages.length} messages, with their places: ${catalogueFile}`);

  const wordList = await readFile(join(repository, 'docs', 'words.md'), 'utf8');
  const complaints = [...complaintsAboutWords(messages, bannedWords(wordList))];
  for (const code of Object.keys(languages).filter((one) => languages[one]?.load)) {
    const file = join(repository, fileOf(code));
    let texts = JSON.parse(await readFile(file, 'utf8')) as Texts;
    if (update) {
      texts = updated(messages, texts);
      await writeFile(file, `${JSON.stringify(texts, null, 2)}\n`);
    }
    complaints.push(
      ...complaintsAbout(messages, texts).map((complaint) => `${fileOf(code)} ${complaint}`),
    );
  }
  if (complaints.length > 0) throw new CommandError(complaints.join('\n'));
});
