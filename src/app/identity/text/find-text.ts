/** Makes of a text what it is looked for by: without accents, and small. */
export const searchable = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Makes a test that finds the things whose {@link searchable} text has every word that was typed. */
export function finding(typed: string): (searchableText: string) => boolean {
  const words = searchable(typed)
    .split(/\s+/)
    .filter((word) => word !== '');

  return (text) => words.every((word) => text.includes(word));
}
