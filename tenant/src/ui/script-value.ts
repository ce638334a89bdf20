/** A value as a script holds it. A closing tag inside a string would end the script, so no `<` stands in it. */
export function scriptValue(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
