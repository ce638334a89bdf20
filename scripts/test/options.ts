import { OptionError, parseOptions } from '../lib/options.ts';
import type { TestStep } from './steps.ts';

/** Reads which steps `npm test` runs: all that are not slow, or those after `--only`. */
export function parseTestOptions(
  args: readonly string[],
  steps: readonly Pick<TestStep, 'name' | 'isSlow'>[],
): readonly string[] {
  const { only } = parseOptions(args, { only: { type: 'string' } });
  const names = steps.map(({ name }) => name);
  if (only === undefined) return steps.filter(({ isSlow }) => !isSlow).map(({ name }) => name);

  const wanted = only.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new OptionError(`There is no step "${unknown}". Steps: ${names.join(', ')}`);
  }

  return names.filter((name) => wanted.includes(name));
}
