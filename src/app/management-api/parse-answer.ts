import * as v from 'valibot';

/** Thrown when an answer is not what the tenant contract promises; `path` names the field. */
export class UnreadableAnswerError extends Error {
  override readonly name = 'UnreadableAnswerError';
  readonly code = 'unreadable';
  readonly path: string;

  constructor(path: string) {
    super(`The answer cannot be read at "${path}".`);
    this.path = path;
  }
}

/** Reads an answer's JSON by a schema; throws {@link UnreadableAnswerError}. */
export function parseAnswer<const Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, json);
  if (!result.success) throw new UnreadableAnswerError(v.getDotPath(result.issues[0]) ?? '');

  return result.output;
}
