import { createContext, Script } from 'node:vm';

const sandbox: { call?: () => unknown } = {};
let context: object | undefined;
const script = new Script('call()');

/**
 * Calls a function and stops it when it has not come back in time: what waits for nothing would keep
 * everybody else waiting. Where it goes on later, after an `await`, nothing can stop it.
 */
export function withinTime<Result>(call: () => Result, timeoutMs: number): Result {
  let result: { readonly value: Result } | undefined;
  sandbox.call = () => {
    result = { value: call() };
  };
  context ??= createContext(sandbox);
  script.runInContext(context, { timeout: timeoutMs });
  if (result === undefined) throw new Error('A call came back without having been made.');

  return result.value;
}

/** Waits for a promise, but no longer than this. */
export async function inTime<Result>(promise: Promise<Result>, timeoutMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`It took longer than ${timeoutMs / 1000} seconds.`));
    }, timeoutMs);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
