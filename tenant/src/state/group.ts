/** Something that forgets all it has. */
interface Clearable {
  clear(): void;
}

/**
 * What is forgotten together. Every public field is a part and must have a `clear()`; what a reset
 * leaves alone is private to the group.
 */
export abstract class Group implements Clearable {
  clear(): void {
    for (const [name, part] of Object.entries(this)) {
      if (!isClearable(part))
        throw new TypeError(`${this.constructor.name}.${name} has no clear().`);
      part.clear();
    }
  }
}

function isClearable(part: unknown): part is Clearable {
  return (
    typeof part === 'object' && part !== null && 'clear' in part && typeof part.clear === 'function'
  );
}
