import { displayText } from './display-text';

const letters = /\p{L}\p{M}*/u;

/** Gives the one or two letters that stand for somebody without a picture; none for a number. */
export function initialsOf(name: string): string {
  // Of an address, what comes before the `@` is the person.
  const [person = ''] = displayText(name).split('@');
  const found = person.split(/[\s._-]+/).flatMap((word) => letters.exec(word)?.[0] ?? []);
  const [first = '', last = ''] = [found[0], found.at(-1)];

  return (found.length > 1 ? first + last : first).toLocaleUpperCase();
}
