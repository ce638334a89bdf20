import type { FaultMatch } from './fault-rule.ts';
import { pathPattern } from './path-pattern.ts';

/** A request as far as a rule looks at it. */
export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Whether a rule is about a request. Preflights fail only when a rule names them. */
export function isAbout({ method, path, query }: FaultMatch, target: FaultTarget): boolean {
  const hasMethod = method === '*' ? target.method !== 'OPTIONS' : method === target.method;
  const hasQuery = Object.entries(query ?? {}).every(
    ([name, value]) => target.query.get(name) === value,
  );

  return hasMethod && hasQuery && [target.path, decoded(target.path)].some(pathMatcher(path));
}

function pathMatcher(pattern: string): (path: string) => boolean {
  if (!pattern.includes('*')) {
    const folder = pattern.endsWith('/') ? pattern : `${pattern}/`;

    return (path) => path === pattern || path.startsWith(folder);
  }

  return pathPattern(pattern);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
