import { OptionError, parseOptions } from '../lib/options.ts';

/** Reads which steps `npm test` runs: all of them, or those after `--only`. */
export function parseTestOptions(
  args: readonly string[],
  names: readonly string[],
): readonly string[] {
  const { only } = parseOptions(args, { only: { type: 'string' } });
  if (only === undefined) return names;

  const wanted = only.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new OptionError(`There is no step "${unknown}". Steps: ${names.join(', ')}`);
  }

  return names.filter((name) => wanted.includes(name));
}
