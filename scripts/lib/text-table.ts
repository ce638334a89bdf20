/** Lays rows out in columns for a terminal, under their headings. */
export function textTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const all = [headings, headings.map((heading) => '-'.repeat(heading.length)), ...rows];
  const widths = headings.map((_, column) =>
    Math.max(...all.map((row) => (row[column] ?? '').length)),
  );

  return all
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}
