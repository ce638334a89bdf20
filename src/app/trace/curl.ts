import { revealed, type Writer } from './masking';
import type { RequestEvent } from './trace-event';

/**
 * A request as a command line. The token is a variable of the shell, for it is in no trace; so is whatever
 * the body held, and an id that is not to be shown.
 */
export function curlOf(
  { method, origin, path, parameters, sends }: RequestEvent,
  write: Writer,
): string {
  const filled = Object.entries(parameters).reduce(
    (address, [name, value]) =>
      address.replace(
        `{${name}}`,
        write === revealed ? encodeURIComponent(value.value) : `$${variable(name)}`,
      ),
    `${origin}${path}`,
  );
  const needsToken = path.startsWith('/api/v2/');
  const body = sends.map((name) => `\\"${name}\\":\\"$${variable(name)}\\"`).join(',');

  return [
    `curl -sS -X ${method} "${filled}"`,
    ...(needsToken ? ['-H "Authorization: Bearer $ACCESS_TOKEN"'] : []),
    ...(body ? ['-H "Content-Type: application/json"', `-d "{${body}}"`] : []),
  ].join(' \\\n  ');
}

const variable = (name: string): string => name.replaceAll(/\W/g, '_').toUpperCase();
