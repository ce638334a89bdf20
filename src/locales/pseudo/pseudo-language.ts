const plain = 'abcdefghijklmnoprstuwyzACDEGHIJKLNORSTUWYZ';
const accented = 'àƀçďéƒĝĥîĵķļɱñôþŕšţûŵýžÅÇĎÉĜĤÎĴĶĻÑÔŔŠŢÛŴÝŽ';
const accents = new Map(Array.from(plain, (letter, index) => [letter, accented.charAt(index)]));

/** Has every message that is marked for translation accented, a third longer and in brackets, from now on. */
export function usePseudoLanguage(): void {
  $localize.translate = (parts, values) => [
    templateOf(pseudoParts(parts.map(withoutBlock))),
    values,
  ];
}

/** Gives the parts of a message between its placeholders as the pseudo-language has them. */
export function pseudoParts(parts: readonly string[]): string[] {
  // What Angular reads, which case of a plural or a choice it is, stays; people read the text of the cases.
  if (/^\s*\{\s*\w+,/.test(parts[0] ?? '')) return parts.map(pseudoCases);

  return parts.map(
    (text, index) =>
      `${index === 0 ? '⟦' : ''}${pseudo(text)}${index === parts.length - 1 ? '⟧' : ''}`,
  );
}

/** Within cases, braces are names of values again: what people read is where an even number of them is open. */
function pseudoCases(text: string): string {
  let depth = 0;

  return text
    .split(/([{}])/)
    .map((piece) => {
      if (piece === '{') return (depth += 1) === 2 ? '{⟦' : piece;
      if (piece === '}') return (depth -= 1) === 1 ? '⟧}' : piece;

      return depth > 0 && depth % 2 === 0 ? pseudo(piece) : piece;
    })
    .join('');
}

/** Vowels count twice, which makes a text as long as it is in most other languages. */
const pseudo = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) =>
    (accents.get(letter) ?? letter).repeat(/[aeiou]/.test(letter) ? 2 : 1),
  );

/** A part may begin with what the message means, or with the name of the placeholder before it, in colons. */
const withoutBlock = (part: string): string => part.replace(/^:[^:]*:/, '');

/** No part has such a block any more, so one that begins with a colon says so. */
function templateOf(parts: string[]): TemplateStringsArray {
  const raw = parts.map((part) => part.replace(/^:/, '\\:'));

  return Object.assign(parts, { raw });
}
