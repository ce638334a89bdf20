import { delay } from './delay';

/**
 * Follows a step to its end, and does something each time that it has lasted so long again. What has been begun is
 * awaited, so that nothing comes after the end.
 */
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
