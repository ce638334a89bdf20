import type { ErrorEvent } from '../../trace/trace-event';

/** A name in code: neither a sentence nor anything about a person. */
const [name, code] = [/^\w{1,40}$/, /^[\w-]{1,40}$/];

/** Where the first line of a stack points to: a file of the application, without the address that it came from. */
const place = /([\w-]+\.[jt]s)[^\s:]*:(\d+):(\d+)/;

/** What the trace may hold of an error: what it is called and where it happened, and none of its words. */
export function errorEventOf(error: unknown): ErrorEvent {
  if (!(error instanceof Error)) return { kind: 'error', name: typeof error };
  const reason = 'code' in error ? String(error.code) : '';
  const [, file, line, column] = place.exec(stackOf(error)) ?? [];

  return {
    kind: 'error',
    name: name.test(error.name) ? error.name : 'Error',
    ...(code.test(reason) && { reason }),
    ...(file !== undefined && { where: `${file}:${line}:${column}` }),
  };
}

/** The lines of a stack without the message, which may name a file, or a person. */
const stackOf = ({ stack = '', message }: Error): string => stack.replace(message, '');
