import type { Message } from './catalogue.ts';

export type Texts = Readonly<Record<string, string>>;

/** What is for those alone who run the site, and stays English where nobody has translated it. */
const forOperators = ['src/app/staging/', 'src/app/trace/'];

const mayStayEnglish = ({ files }: Message): boolean =>
  files.length > 0 && files.every((file) => forOperators.some((folder) => file.startsWith(folder)));

const isMissing = (message: Message, texts: Texts): boolean =>
  !texts[message.id] && !mayStayEnglish(message);

/** Says what is wrong with the texts of a language: what is missing or left over, and what Angular could not fill in. */
export function complaintsAbout(messages: readonly Message[], texts: Texts): readonly string[] {
  const ids = new Set(messages.map(({ id }) => id));
  const stale = Object.keys(texts).filter((id) => !ids.has(id));

  return [
    ...messages
      .filter((message) => isMissing(message, texts))
      .map(({ id, text, files }) => `is missing: ${id} ${quoted(text)} ${files[0] ?? ''}`),
    ...stale.map((id) => `is stale, for no message has it any more: ${id} ${quoted(texts[id])}`),
    ...messages.flatMap(({ id, text }) => {
      const translation = texts[id];
      if (!translation || sameNames(text, translation)) return [];

      return [`has other placeholders than ${quoted(text)}: ${id} ${quoted(translation)}`];
    }),
  ];
}

/** Reads the words that no text may have: what stands as code in the last column of the table in `docs/words.md`. */
export const bannedWords = (wordList: string): readonly string[] =>
  wordList
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap(
      (row) =>
        row
          .split('|')
          .at(-2)
          ?.match(/(?<=`)[^`]+(?=`)/g)
          ?.filter(isWord) ?? [],
    );

// Between two words that stand as code there is a comma.
const isWord = (text: string): boolean => /\p{L}/u.test(text);

/** Says which texts that people see have a word that they should not meet; operators' own texts may. */
export const complaintsAboutWords = (
  messages: readonly Message[],
  banned: readonly string[],
): readonly string[] =>
  messages
    .filter((message) => !mayStayEnglish(message))
    .flatMap(({ text, files }) =>
      banned
        .filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(text.replaceAll(/\s+/g, ' ')))
        .map((word) => `${files[0] ?? ''} says "${word}": ${quoted(text)}`),
    );

/** Gives the texts of a language with none that is stale, and an empty one for each that is missing, in the catalogue's order. */
export const updated = (messages: readonly Message[], texts: Texts): Texts =>
  Object.fromEntries(
    messages
      .filter((message) => message.id in texts || isMissing(message, texts))
      .map(({ id }) => [id, texts[id] ?? '']),
  );

/** A plural may name a value in as many cases as a language has. */
const sameNames = (one: string, other: string): boolean =>
  namesIn(one) === namesIn(other) && hasOther(one) === hasOther(other);

/** What is filled in: `{$NAME}`, and in the cases of a plural or a choice `{NAME}` and what decides between them. */
const namesIn = (text: string): string =>
  [...new Set(text.match(/\{\$[^}]*\}|\{[A-Z_0-9]+(?:\}|, *(?:plural|select) *,)/g))].sort().join();

/** Without the case `other`, Angular would show nothing for a number that no other case has. */
const hasOther = (text: string): boolean => /\bother *\{/.test(text);

const quoted = (text = ''): string => JSON.stringify(text.replaceAll(/\s+/g, ' ').trim());
