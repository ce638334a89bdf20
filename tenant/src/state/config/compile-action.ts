import { createContext, Script } from 'node:vm';

import { SeedError } from '../../protocol/json-reader.ts';
import type { JsonObject } from '../../protocol/json.ts';
import { type Action, tenantOriginKeyword } from './action.ts';
import type { PostLoginHook } from './post-login-hook.ts';
import { inTime, withinTime } from './within-time.ts';

/**
 * Makes the code of an Action callable: a CommonJS module, as it stands in Auth0's editor. It gets
 * what it gets there of the web's own, and no modules (contract §9).
 */
export function compileAction(
  action: Action,
  issuer: string,
  { globals = {}, timeoutMs = longestRunMs }: Surroundings = {},
): PostLoginHook {
  const { name, secrets } = action;
  const { origin } = new URL(issuer);
  const { onExecutePostLogin, onContinuePostLogin } = exportsOf(
    action,
    { ...webGlobals, ...globals },
    timeoutMs,
  );
  if (!isCallable(onExecutePostLogin))
    throw new SeedError(`the action ${name} exports no onExecutePostLogin`);

  return {
    onExecutePostLogin: limited(onExecutePostLogin, timeoutMs),
    ...(isCallable(onContinuePostLogin) && {
      onContinuePostLogin: limited(onContinuePostLogin, timeoutMs),
    }),
    secrets: Object.fromEntries(
      Object.entries(secrets).map(([key, value]) => [
        key,
        value.replaceAll(tenantOriginKeyword, origin),
      ]),
    ),
  };
}

/** A step that is stopped when it takes too long, before it first waits and after. */
function limited(step: Step, timeoutMs: number): Step {
  return (...args) =>
    inTime(Promise.resolve(withinTime(() => step(...args), timeoutMs)), timeoutMs);
}

function exportsOf(
  { name, code, file }: Action,
  globals: typeof webGlobals,
  timeoutMs: number,
): JsonObject {
  const module = { exports: {} };
  const require = (id: string) => {
    throw new SeedError(`the action ${name} asks for ${id}: actions run without packages here`);
  };
  try {
    const context = createContext({ ...globals, module, exports: module.exports, require });
    new Script(code, { filename: file }).runInContext(context, { timeout: timeoutMs });
  } catch (error) {
    if (error instanceof SeedError) throw error;
    throw new SeedError(`the action ${name} cannot be read: ${String(error)}`);
  }

  return module.exports;
}

/** What an Action may take at Auth0 (contract §9). */
const longestRunMs = 20_000;

const webGlobals = { fetch, URL, URLSearchParams, console, setTimeout, clearTimeout, Buffer };

interface Surroundings {
  /** What stands in for the web's own. */
  readonly globals?: Partial<typeof webGlobals>;
  /** The longest that one step may take. */
  readonly timeoutMs?: number;
}

type Step = (...args: readonly unknown[]) => unknown;

function isCallable(value: unknown): value is Step {
  return typeof value === 'function';
}
