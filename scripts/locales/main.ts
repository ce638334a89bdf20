import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appModule } from '../lib/app-module.ts';
import { CommandError } from '../lib/command-error.ts';
import { parseOptions } from '../lib/options.ts';
import { repository } from '../lib/paths.ts';
import { runCommand } from '../lib/run-command.ts';
import { catalogueFile, extractMessages, type Message } from './catalogue.ts';
import {
  bannedWords,
  complaintsAbout,
  complaintsAboutEnglish,
  complaintsAboutSpaces,
  complaintsAboutWords,
  isForOperators,
  updated,
  type Texts,
} from './judge.ts';
import { sameWords } from './same-words.ts';

interface LanguagesModule {
  readonly languages: Readonly<Record<string, { readonly load?: unknown }>>;
}

/** A file of texts, in Angular's JSON format for translations. */
interface Translations {
  readonly locale: string;
  readonly translations: Texts;
}

/** The files of a language: what everybody is shown, and what only the console says. */
const filesOf = (code: string, messages: readonly Message[]) => [
  {
    name: join('src', 'locales', `${code}.json`),
    messages: messages.filter((message) => !isForOperators(message)),
  },
  {
    name: join('src', 'locales', 'console', `${code}.json`),
    messages: messages.filter(isForOperators),
  },
];

const readTexts = async <File extends { readonly name: string }>(file: File) => {
  const written = JSON.parse(await readFile(join(repository, file.name), 'utf8')) as Translations;

  return { ...file, texts: written.translations };
};

const writeTexts = (name: string, translations: Translations): Promise<void> =>
  writeFile(join(repository, name), `${JSON.stringify(translations, null, 2)}\n`);

/** Writes what is to be translated, and says what the languages lack; with `--update` it makes room for that in them. */
await runCommand(async () => {
  const { update = false } = parseOptions(process.argv.slice(2), { update: { type: 'boolean' } });
  const { languages } = await appModule<LanguagesModule>('../locales/languages');
  const messages = await extractMessages();
  console.log(`${messages.length} messages, with their places: ${catalogueFile}`);

  const wordList = await readFile(join(repository, 'docs', 'words.md'), 'utf8');
  const complaints = [...complaintsAboutWords(messages, bannedWords(wordList))];
  const codes = Object.keys(languages).filter((one) => languages[one]?.load);
  for (const code of codes) {
    const files = await Promise.all(filesOf(code, messages).map(readTexts));
    // A text that others see as well from now on goes into the other file, as it is.
    const known = Object.assign({}, ...files.map(({ texts }) => texts)) as Texts;
    for (const file of files) {
      const texts = update ? updated(file.messages, known) : file.texts;
      if (update) await writeTexts(file.name, { locale: code, translations: texts });
      complaints.push(
        ...[
          ...complaintsAbout(file.messages, texts),
          ...complaintsAboutEnglish(file.messages, texts, sameWords(code)),
          ...complaintsAboutSpaces(code, texts, file.messages),
        ].map((complaint) => `${file.name} ${complaint}`),
      );
    }
  }
  if (complaints.length > 0) throw new CommandError(complaints.join('\n'));
});
