import { basename, dirname } from 'node:path/posix';

import type { Structure } from './read-structure.ts';

/** One folder, with how much lies in it and how much leads into it and out of it. */
export interface Folder {
  readonly path: string;
  /** Files of one stem count once, so that a spec, a template and a style are no entries of their own. */
  readonly entries: number;
  /** How many imports of other folders lead here, and how many of this one lead elsewhere. */
  readonly importsIn: number;
  readonly importsOut: number;
}

const mostEntries = 15;

/** Folders of equals, which may have more: each of their files is one more of the same. */
const registries = ['src/app/staging/checks/rules', 'e2e/phases/trees'];

/** Counts what every folder has, in the order of their paths. */
export function foldersOf({ files, imports }: Structure): readonly Folder[] {
  const entries = new Map<string, Set<string>>();
  for (const file of files) {
    let entry = basename(file).replace(/(?<=.)\..*$/, '');
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
      entries.set(folder, (entries.get(folder) ?? new Set()).add(entry));
      entry = `${basename(folder)}/`;
    }
  }
  const across = imports
    .map(({ from, to }) => ({ from: dirname(from), to: dirname(to) }))
    .filter(({ from, to }) => from !== to);

  return [...entries]
    .map(([path, { size }]) => ({
      path,
      entries: size,
      importsIn: across.filter(({ to }) => to === path).length,
      importsOut: across.filter(({ from }) => from === path).length,
    }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The folders with more entries than somebody can take in. */
export const overfull = (folders: readonly Folder[]): readonly string[] =>
  folders
    .filter(({ path, entries }) => entries > mostEntries && !registries.includes(path))
    .map(({ path, entries }) => `entries: ${path} has ${entries}, and ${mostEntries} is the most`);
