import type { Import } from './read-structure.ts';

const [begin, end] = ['<!-- structure -->', '<!-- /structure -->'];

/** Puts a new picture between the two marks of a document. */
export function withPicture(markdown: string, imports: readonly Import[]): string {
  const [before, after] = [markdown.indexOf(begin), markdown.indexOf(end)];
  if (before === -1 || after < before) throw new Error(`There is no ${begin} … ${end}`);
  const pictures = ['src/app', 'tenant/src'].map((root) => pictureOf(imports, root));

  return [markdown.slice(0, before + begin.length), ...pictures, markdown.slice(after)].join(
    '\n\n',
  );
}

/** Draws the folders of a root and the arrows between them, without those that other arrows lead along. */
export function pictureOf(imports: readonly Import[], root: string): string {
  const partOf = (file: string): string => {
    const [part = '', ...rest] = file.slice(root.length + 1).split('/');

    return rest.length === 0 ? root : part;
  };
  const arrows = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    if (![from, to].every((file) => file.startsWith(`${root}/`))) continue;
    const targets = arrows.get(partOf(from)) ?? new Set();
    arrows.set(partOf(from), targets);
    if (partOf(from) !== partOf(to)) targets.add(partOf(to));
  }
  const lines = [...arrows].flatMap(([from, targets]) => {
    const direct = [...targets].filter((to) => !isDetour(arrows, from, to)).sort();

    return direct.length === 0 ? [] : [`  ${from} --> ${direct.join(' & ')}`];
  });

  return ['```mermaid', 'flowchart TB', ...lines.sort(), '```'].join('\n');
}

/** Whether there is a way from one part to another over a third, which says as much as an arrow of their own. */
function isDetour(arrows: Arrows, from: string, to: string): boolean {
  return [...(arrows.get(from) ?? [])].some(
    (over) => over !== to && reaches(arrows, over, to) && !reaches(arrows, over, from),
  );
}

type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

function reaches(arrows: Arrows, from: string, to: string, seen = new Set<string>()): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  const targets = arrows.get(from) ?? new Set<string>();

  return targets.has(to) || [...targets].some((over) => reaches(arrows, over, to, seen));
}
