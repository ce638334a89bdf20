/** Puts what is listed under its headings, in their order; a heading with nothing under it is left out. */
export const underHeadings = <Heading extends string, Item>(
  titles: Readonly<Record<Heading, string>>,
  items: readonly Item[],
  headingOf: (item: Item) => Heading,
) =>
  Object.entries<string>(titles)
    .map(([id, title]) => ({ id, title, items: items.filter((item) => headingOf(item) === id) }))
    .filter((group) => group.items.length > 0);
