import { delay } from './delay';

/** Follows a step to its end. Acts each time that it has lasted `everyMs` longer, and never after the end. */
export async function whileLasting<Value>(
  step: Promise<Value>,
  everyMs: number,
  act: () => Promise<unknown>,
): Promise<Value> {
  const ended = step.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([ended, delay(everyMs).then(() => false)]))) await act();

  return step;
}
