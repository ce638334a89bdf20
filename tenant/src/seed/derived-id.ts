import { createHash } from 'node:crypto';

/**
 * An id that a real tenant would make up, and that is the same here at every start: for what a file
 * knows by its name only.
 */
export function derivedId(prefix: string, name: string, length: number): string {
  return `${prefix}${createHash('sha256').update(`${prefix}${name}`).digest('hex').slice(0, length)}`;
}
