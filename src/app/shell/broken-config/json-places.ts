/** A place in a text; both counted from 1, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Why a text stops being JSON. */
export type JsonMistake =
  | 'commaMissing'
  | 'commaTooMany'
  | 'colonMissing'
  | 'comment'
  | 'quotes'
  | 'unclosed'
  | 'tooMuch'
  | 'other';

/** Where everything in a JSON text stands, as far as it is JSON, and where it stops being that. */
interface JsonPlaces {
  /** By path: `connections.0.label`. */
  readonly places: ReadonlyMap<string, Place>;
  readonly mistake?: { readonly why: JsonMistake; readonly at: Place } | undefined;
}

class Stopped extends Error {
  readonly why: JsonMistake;
  readonly at: number;

  constructor(why: JsonMistake, at: number) {
    super(why);
    this.why = why;
    this.at = at;
  }
}

/** What a value is written with, when it is neither a text nor a list nor an object. */
const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
const quoted = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;

/** Reads a JSON text for its places. */
export function jsonPlaces(text: string): JsonPlaces {
  const offsets = new Map<string, number>();
  // A byte order mark is no mistake.
  let at = text.startsWith('\uFEFF') ? 1 : 0;

  const stop = (why: JsonMistake, offset = at): never => {
    throw new Stopped(why, offset);
  };
  const skip = (): string => {
    while (/\s/.test(text[at] ?? '')) at++;
    if (/^\/[/*]/.test(text.slice(at, at + 2))) stop('comment');

    return text[at] ?? '';
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;

    return found;
  };
  const parts = (close: string, part: (index: number) => void): void => {
    const opened = at++;
    for (let index = 0; ; index++) {
      const next = skip();
      if (next === '') stop('unclosed', opened);
      if (next === close && index === 0) break;
      if (next === close || next === ',') stop('commaTooMany', text.lastIndexOf(',', at));
      part(index);
      const after = skip();
      if (after === '') stop('unclosed', opened);
      if (after === close) break;
      if (after !== ',') stop(/[\]}]/.test(after) ? 'unclosed' : 'commaMissing');
      at++;
    }
    at++;
  };
  const name = (): string => {
    const found = match(quoted);

    return found === undefined ? stop('quotes') : (JSON.parse(found) as string);
  };
  const value = (path: string): void => {
    const first = skip();
    if (!offsets.has(path)) offsets.set(path, at);
    if (first === '{') {
      parts('}', () => {
        const from = at;
        const inner = [path, name()].filter((part) => part !== '').join('.');
        offsets.set(inner, from);
        if (skip() !== ':') stop('colonMissing');
        at++;
        value(inner);
      });
    } else if (first === '[') {
      parts(']', (index) => value([path, String(index)].filter((part) => part !== '').join('.')));
    } else if ((match(quoted) ?? match(literal)) === undefined) {
      stop(first === '' ? 'unclosed' : /[\w'"‘’“”]/.test(first) ? 'quotes' : 'other');
    }
  };

  try {
    value('');
    if (skip() !== '') stop('tooMuch');
  } catch (cause) {
    if (!(cause instanceof Stopped)) throw cause;

    return {
      places: placesIn(text, offsets),
      mistake: { why: cause.why, at: placeOf(text, cause.at) },
    };
  }

  return { places: placesIn(text, offsets) };
}

const placesIn = (text: string, offsets: ReadonlyMap<string, number>): ReadonlyMap<string, Place> =>
  new Map([...offsets].map(([path, offset]) => [path, placeOf(text, offset)]));

function placeOf(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n');

  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
