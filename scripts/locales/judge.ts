import type { Message } from './catalogue.ts';

export type Texts = Readonly<Record<string, string>>;

/** Where the texts stand that only those read who run the site. */
const operatorsFolders = ['src/app/staging/', 'src/app/trace/'];

/** Tells whether nobody else sees a text: it is in the console's file of texts, and {@link complaintsAboutWords} leaves it its words. */
export const isForOperators = ({ files }: Message): boolean =>
  files.length > 0 &&
  files.every((file) => operatorsFolders.some((folder) => file.startsWith(folder)));

/** Says what is wrong with the texts of a language: what is missing or left over, and what Angular could not fill in. */
export function complaintsAbout(messages: readonly Message[], texts: Texts): readonly string[] {
  const ids = new Set(messages.map(({ id }) => id));
  const stale = Object.keys(texts).filter((id) => !ids.has(id));

  return [
    ...messages
      .filter(({ id }) => !texts[id])
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
    .filter((message) => !isForOperators(message))
    .flatMap(({ text, files }) =>
      banned
        .filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(oneLine(text)))
        .map((word) => `${files[0] ?? ''} says "${word}": ${quoted(text)}`),
    );

/**
 * What is not written as a language spaces its marks. In French a no-break space stands before a colon and inside
 * quotation marks, and a narrow one before the other high marks; in the middle of a word, as in an address, none does.
 */
const misspaced: Readonly<Partial<Record<string, RegExp>>> = {
  fr: /(?<!\u00A0)(?::(?![^\s}])|»)|«(?!\u00A0)|(?<!\u202F)[;!?](?![\p{L}\d])/u,
};

/**
 * Says which texts have another space beside a mark than their language asks for, or none. What a text has from the
 * English as it is, as `theme: mine`, is code or the name of a setting, and is written as it is typed.
 */
export const complaintsAboutSpaces = (
  code: string,
  texts: Texts,
  messages: readonly Message[] = [],
): readonly string[] => {
  const english = new Map(messages.map(({ id, text }) => [id, text]));

  return Object.entries(texts).flatMap(([id, text]) => {
    const own = text.replaceAll(/[\w.]+: "?\w+/g, (pair) =>
      english.get(id)?.includes(pair) === true ? '' : pair,
    );
    const [found] = misspaced[code]?.exec(own) ?? [];

    return found === undefined ? [] : [`has another space beside ${found}: ${id} ${quoted(text)}`];
  });
};

/** Says which texts are as they are in English, but for those that a language may have so. */
export const complaintsAboutEnglish = (
  messages: readonly Message[],
  texts: Texts,
  mayBeSame: ReadonlySet<string>,
): readonly string[] =>
  messages
    .filter(({ id, text }) => {
      const english = oneLine(text);

      return oneLine(texts[id]) === english && hasWords(english) && !mayBeSame.has(english);
    })
    .map(({ id, text, files }) => `is still in English: ${id} ${quoted(text)} ${files[0] ?? ''}`);

/** What only puts values together has no words of its own. */
const hasWords = (text: string): boolean => /\p{L}/u.test(text.replaceAll(/\{\$[^}]*\}/g, ''));

/** Gives the texts of a language with none that is stale, and an empty one for each that is missing, in the catalogue's order. */
export const updated = (messages: readonly Message[], texts: Texts): Texts =>
  Object.fromEntries(messages.map(({ id }) => [id, texts[id] ?? '']));

/** A plural may name a value in as many cases as a language has. */
const sameNames = (one: string, other: string): boolean =>
  namesIn(one) === namesIn(other) && hasOther(one) === hasOther(other);

/** What is filled in: `{$NAME}`, and in the cases of a plural or a choice `{NAME}` and what decides between them. */
const namesIn = (text: string): string =>
  [...new Set(text.match(/\{\$[^}]*\}|\{[A-Z_0-9]+(?:\}|, *(?:plural|select) *,)/g))].sort().join();

/** Without the case `other`, Angular would show nothing for a number that no other case has. */
const hasOther = (text: string): boolean => /\bother *\{/.test(text);

const oneLine = (text = ''): string => text.replaceAll(/\s+/g, ' ').trim();

const quoted = (text = ''): string => JSON.stringify(oneLine(text));
