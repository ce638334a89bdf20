import { compileFunction, createContext } from 'node:vm';

import { tenantOriginKeyword } from '../settings/yaml-text.ts';
import type { Action } from '../state/action.ts';
import { SeedError } from '../state/checked.ts';
import type { PostLoginHook } from './post-login-hook.ts';

/**
 * Makes the code of an Action callable: a CommonJS module, as it stands in Auth0's editor. It gets
 * what it gets there of the web's own, and no modules (contract §9).
 */
export function compileAction(
  { name, code, file, secrets }: Action,
  issuer: string,
): PostLoginHook {
  const { origin } = new URL(issuer);
  const exports: Record<string, unknown> = {};
  const run: unknown = compileFunction(code, ['exports', 'module', 'require'], {
    filename: file,
    parsingContext: createContext({ ...webGlobals }),
  });
  if (!isCallable(run)) throw new SeedError(`the action ${name} cannot be run`);
  run(exports, { exports }, (id: string) => {
    throw new Error(`The action ${name} asks for ${id}: actions run without packages here.`);
  });
  const { onPostLogin, onContinuePostLogin } = exports;
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

const webGlobals = { fetch, URL, URLSearchParams, console, setTimeout, clearTimeout, Buffer };

function isCallable(value: unknown): value is (...args: readonly unknown[]) => unknown {
  return typeof value === 'function';
}
