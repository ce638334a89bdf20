import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { CommandError } from './command-error.ts';

/** Thrown when a command was called with an option it does not have, or with a value it cannot use. */
export class OptionError extends CommandError {
  override readonly name = 'OptionError';
}

/** Reads the options of a command; whatever it does not know is an error that names what it knows. */
export function parseOptions<T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ options: T }>>['values'] {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new OptionError(`${reason}. Known options: ${known.join(', ')}`, { cause: error });
  }
}

/** The value of an option that is a port, or `undefined` when it was not given. */
export function portOption(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
    throw new OptionError(`--${name} must be a number from 1 to 65535, not "${value}"`);
  }

  return port;
}
