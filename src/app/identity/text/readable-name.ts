/** Between two words of a name that programs use: `emailFrequency`, `HTMLEmails`, `beta_features`, `time-zone`. */
const seams = /(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|[_-]+/u;

/**
 * Makes words of a name that programs use: `emailFrequency` is "Email frequency". What is in capitals stays so, and a
 * name that already has spaces is taken for words.
 */
export function readableName(name: string): string {
  if (/\s/.test(name)) return name;
  const words = name.split(seams).filter((word) => word !== '');
  if (words.length === 0) return name;
  const [first = '', ...others] = words.map((word) =>
    /^\p{Lu}[\p{Lu}\d]+$/u.test(word) ? word : word.toLowerCase(),
  );
  const [initial = '', ...rest] = Array.from(first);

  return [`${initial.toUpperCase()}${rest.join('')}`, ...others].join(' ');
}
