/** Names in one sentence, in the manner of the language that the page is in: "a, b, and c". */
export const listWords = (
  names: Iterable<string>,
  locale: string = $localize.locale ?? 'en',
): string => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
