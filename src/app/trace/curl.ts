import { revealed, type Writer } from './masking';
import type { RequestEvent } from './trace-event';

/** What has to be filled in before the command line can be run, and in which form. */
export interface CurlVariable {
  readonly name: string;
  readonly form: 'plain' | 'percent' | 'json' | 'insideJson' | 'body';
}

/** A request as a command line, and the variables of the shell that it takes. */
export interface CurlCommand {
  readonly text: string;
  readonly variables: readonly CurlVariable[];
}

/**
 * A request as a command line. The token is a variable of the shell, for it is in no trace; so is whatever
 * the body held, and an id that is not to be shown. What a variable holds is never read as a command, nor
 * as the name of a file.
 */
export function curlOf(event: RequestEvent, write: Writer): CurlCommand {
  const parts = [addressOf(event, write), ...headersOf(event), ...bodyOf(event)];

  return {
    text: `curl -sS -X ${event.method} ${parts.map(({ text }) => text).join(' \\\n  ')}`,
    variables: parts.flatMap(({ variables }) => variables),
  };
}

function addressOf({ origin, path, parameters }: RequestEvent, write: Writer): CurlCommand {
  const hidden = Object.keys(parameters).filter(() => write !== revealed);
  const address = Object.entries(parameters).reduce(
    (filled, [name, { value }]) =>
      filled.replace(`{${name}}`, () =>
        hidden.includes(name) ? `$${variable(name)}` : inAddress(value),
      ),
    `${origin}${path}`,
  );

  return { text: `"${address}"`, variables: hidden.map((name) => filledIn(name, 'percent')) };
}

function headersOf({ path, format }: RequestEvent): readonly CurlCommand[] {
  return [
    ...(path.startsWith('/api/v2/') ? [header('Authorization: Bearer', 'access_token')] : []),
    // Tickets are for pages of the application alone.
    ...(path === '/co/authenticate' ? [header('Origin:', 'origin')] : []),
    ...(format === 'json' ? [{ text: '-H "Content-Type: application/json"', variables: [] }] : []),
  ];
}

const header = (start: string, name: string): CurlCommand => ({
  text: `-H "${start} $${variable(name)}"`,
  variables: [filledIn(name, 'plain')],
});

function bodyOf({ format, sends }: RequestEvent): readonly CurlCommand[] {
  if (format === undefined) return [];
  if (sends.length === 0) {
    return [{ text: '--data-raw "$BODY"', variables: [filledIn('body', 'body')] }];
  }
  if (format === 'form') {
    return sends.map(({ name }) => ({
      text: `--data-urlencode "${name}=$${variable(name)}"`,
      variables: [filledIn(name, 'plain')],
    }));
  }
  const fields = sends.map(({ name, isText }) =>
    isText ? `\\"${name}\\":\\"$${variable(name)}\\"` : `\\"${name}\\":$${variable(name)}`,
  );

  return [
    {
      text: `--data-raw "{${fields.join(',')}}"`,
      variables: sends.map(({ name, isText }) => filledIn(name, isText ? 'insideJson' : 'json')),
    },
  ];
}

const filledIn = (name: string, form: CurlVariable['form']): CurlVariable => ({
  name: variable(name),
  form,
});

const variable = (name: string): string => name.replaceAll(/\W/g, '_').toUpperCase();

/** Encoded so that a shell finds nothing to expand in it, an exclamation mark neither. */
const inAddress = (value: string): string =>
  encodeURIComponent(value).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
