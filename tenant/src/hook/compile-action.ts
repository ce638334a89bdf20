import { createContext, Script } from 'node:vm';

import type { JsonObject } from '../protocol/json.ts';
import { tenantOriginKeyword } from '../settings/yaml-text.ts';
import type { Action } from '../state/action.ts';
import { SeedError } from '../state/checked.ts';
import type { PostLoginHook } from './post-login-hook.ts';

/**
 * Makes the code of an Action callable: a CommonJS module, as it stands in Auth0's editor. It gets
 * what it gets there of the web's own, and no modules (contract §9).
 */
export function compileAction(
  action: Action,
  issuer: string,
  replaced: Partial<typeof webGlobals> = {},
): PostLoginHook {
  const { name, secrets } = action;
  const { origin } = new URL(issuer);
  const { onPostLogin, onContinuePostLogin } = exportsOf(action, { ...webGlobals, ...replaced });
  if (!isCallable(onPostLogin)) throw new SeedError(`the action ${name} exports no onPostLogin`);

  return {
    onPostLogin,
    ...(isCallable(onContinuePostLogin) && { onContinuePostLogin }),
    secrets: Object.fromEntries(
      Object.entries(secrets).map(([key, value]) => [
        key,
        value.replaceAll(tenantOriginKeyword, origin),
      ]),
    ),
  };
}

function exportsOf({ name, code, file }: Action, globals: typeof webGlobals): JsonObject {
  const module = { exports: {} };
  const require = (id: string) => {
    throw new SeedError(`the action ${name} asks for ${id}: actions run without packages here`);
  };
  try {
    const context = createContext({ ...globals, module, exports: module.exports, require });
    new Script(code, { filename: file }).runInContext(context);
  } catch (error) {
    if (error instanceof SeedError) throw error;
    throw new SeedError(`the action ${name} cannot be read: ${String(error)}`);
  }

  return module.exports;
}

const webGlobals = { fetch, URL, URLSearchParams, console, setTimeout, clearTimeout, Buffer };

function isCallable(value: unknown): value is (...args: readonly unknown[]) => unknown {
  return typeof value === 'function';
}
