/** What cites something: a section of the contract or of a standard, a promise, or a document. */
export interface Reference {
  readonly kind: 'section' | 'standard' | 'promise' | 'document';
  /** What is cited, as the documents have it: `6.5`, `RFC 9449`, `SEC-05`, `I1`, `docs/linking.md`. */
  readonly to: string;
}

const section = String.raw`\d+(?:\.\d+)*`;
const sections = String.raw`§${section}(?:–${section}|(?:, | and | to |–)§${section})*`;

/**
 * Finds what a text cites: `§6.5` of the contract, `RFC 9449 §7` and the like of one of the standards, `SEC-05`, `REL-12`,
 * `I1`, documents by their names, and threats by numbers that no page here has. A comment may break its lines anywhere;
 * addresses cite nothing.
 */
export function referencesIn(text: string, standards: readonly string[]): readonly Reference[] {
  const flat = text.replaceAll(/https?:\S+/g, '').replaceAll(/\s*\n\s*(?:\/\/|\*|#)?\s*/g, ' ');
  const names = [...standards, String.raw`RFC \d+|(?:OIDC|OpenID|OAuth)(?: [\w.]+)*`].join('|');
  const cited = [...flat.matchAll(new RegExp(`(?:(${names}) )?(${sections})`, 'g'))];

  return [
    ...cited.flatMap(([, standard, of = '']): Reference[] =>
      standard === undefined
        ? numbersIn(of).map((to) => ({ kind: 'section', to }))
        : [{ kind: 'standard', to: standard }],
    ),
    ...found(flat, /\b(?:(?:SEC|REL|security [A-Z])-\d+|I[1-9]\d*)\b/g, 'promise'),
    ...found(flat, /(?<![\w./-])[\w./-]*\w\.md\b/g, 'document'),
  ];
}

const numbersIn = (cited: string): readonly string[] => cited.match(new RegExp(section, 'g')) ?? [];

const found = (text: string, pattern: RegExp, kind: Reference['kind']): Reference[] =>
  [...text.matchAll(pattern)].map(([to]) => ({ kind, to }));

/** The sections that a document has, by the numbers of its headings. */
export const sectionsOf = (markdown: string): readonly string[] =>
  firstGroups(markdown, new RegExp(`^#+ (${section})\\.? `, 'gm'));

/** The labels for which a document says where they lead. */
export const sourcesOf = (markdown: string): readonly string[] =>
  firstGroups(markdown, /^\[([^\]]+)\]: /gm);

/** What a document cites as a source, by its label, without saying where that is. */
export const labelsIn = (markdown: string): readonly string[] =>
  [
    ...markdown.replaceAll(/`[^`\n]*`/g, '').matchAll(/\[([^\][]+)\](?:\[([^\][]+)\])?(?![(:])/g),
  ].map(([, text = '', label]) => label ?? text);

/** The promises that a document makes: the ids in the first column of its tables. */
export const promisesOf = (markdown: string): readonly string[] =>
  firstGroups(markdown, /^\| ((?:SEC|REL)-\d+|I\d+) +\|/gm);

const firstGroups = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, group = '']) => group);
