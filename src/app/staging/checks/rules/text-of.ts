/** A value from outside as a text: what is no text, number or flag is a dash, and a list is told one by one. */
export function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return Array.isArray(value) ? value.map(textOf).join(', ') : '–';
  }
}
