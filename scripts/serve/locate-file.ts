import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

/**
 * The file that answers a path of the application: the file itself, or for a page the nearest
 * `index.html` above it (each language has one of its own), or nothing.
 */
export function locateFile(root: string, urlPath: string): string | undefined {
  const path = decoded(urlPath);
  if (path === undefined) return undefined;

  const folder = resolve(root);
  const wanted = join(folder, path);
  if (wanted !== folder && !wanted.startsWith(folder + sep)) return undefined;
  if (isFile(wanted)) return wanted;
  if (looksLikeAsset(path)) return undefined;

  return nearestIndex(folder, wanted);
}

function decoded(urlPath: string): string | undefined {
  try {
    const path = decodeURIComponent(urlPath);

    // Windows reads a backslash as a separator, and no file system reads a NUL.
    return /[\\\0]/.test(path) ? undefined : path;
  } catch {
    // A broken escape names no file.
    return undefined;
  }
}

function nearestIndex(root: string, wanted: string): string | undefined {
  for (let folder = wanted; folder.startsWith(root); folder = dirname(folder)) {
    const index = join(folder, 'index.html');
    if (existsSync(index)) return index;
  }

  return undefined;
}

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const looksLikeAsset = (path: string): boolean => /\.\w+$/.test(path);
