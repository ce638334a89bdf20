import { ErrorHandler, inject, runInInjectionContext, type Injector } from '@angular/core';
import * as v from 'valibot';

import type { ConfigFailure } from '../app/config/config-failure';
import { returnAddresses } from '../app/config/config-schema';
import type { Branding } from '../app/config/ligature-config';
import { configIn } from '../app/config/config-in-language';
import { loadConfig, type LoadedConfig } from '../app/config/load-config';
import { parseConfig, type ConfigResult } from '../app/config/parse-config';
import { SealedStore } from '../app/session/sealed/sealed-store';
import { mountAt } from '../app/session/sign-in/callback-url';
import { startLigature } from '../app/shell/start/start-ligature';
import { languageOf, uiLocalesOf } from '../locales/language-of';
import { useLanguage } from '../locales/speak';
import type { ConfigSource } from './config-source';
import { PORTAL_LANGUAGE } from './features/with-language';
import { PORTAL_RETURN_ADDRESSES } from './features/with-return';
import { PORTAL_CONSOLE } from './features/with-staging';
import { LigatureError } from './ligature-error';
import type { Entered, PortalSetup } from './portal-setup';
import { ENTER_PORTAL_SESSION } from './session/portal-session';

/**
 * Reads a portal's configuration, in the portal's language, and begins, once. Gives `false` where it cannot be used: the
 * person is shown a plain page, and the portal's `ErrorHandler` is told why.
 */
export function enterLigature(
  injector: Injector,
  setup: PortalSetup,
  mount: string,
): Promise<boolean> {
  setup.entering ??= enter(injector, setup, mount).finally(() => (setup.entering = undefined));

  return setup.entering;
}

async function enter(injector: Injector, setup: PortalSetup, mount: string): Promise<boolean> {
  const { result: read, clockSkewMs } = await configFrom(setup.source, injector);
  const result = withReturnAddresses(withoutLock(read), injector.get(PORTAL_RETURN_ADDRESSES));
  if (!result.ok) {
    setup.failure = result.failure;
    injector
      .get(ErrorHandler)
      .handleError(new LigatureError('LIG-CONFIG', detailsOf(result.failure)));

    return false;
  }

  const { config: written } = result;
  const wishes = {
    chosen: injector.get(PORTAL_LANGUAGE),
    configured: written.branding.language,
    preferred: [document.documentElement.lang, ...navigator.languages],
  };
  const locale = await useLanguage(languageOf(wishes));
  // Lists and numbers are written in it, unless the portal says itself which language it speaks.
  $localize.locale ??= locale;
  mountAt(mount);
  const config = configIn(written, locale);
  const enterSession = await injector.get(ENTER_PORTAL_SESSION, null)?.();
  setup.enter({
    config,
    clockSkewMs,
    locale,
    uiLocales: uiLocalesOf(locale, wishes),
    traceMemory: written.staging ? new SealedStore('ligature.trace.') : undefined,
    mount,
    applyBrand: await brandOf(config.branding),
    session: enterSession?.(injector, config),
  });
  runInInjectionContext(injector, () => {
    startLigature();
    inject(PORTAL_CONSOLE, { optional: true })?.begin();
  });

  return true;
}

/** Loads what applies a company's looks, where the configuration has some. Without it the pages look as they do. */
async function brandOf(branding: Branding): Promise<Entered['applyBrand']> {
  const { colors, font, borderRadius } = branding;
  if ([colors, font, borderRadius].every((part) => part === undefined)) return undefined;
  try {
    const { applyBrand } = await import('../app/shell/brand/apply-brand');

    return (element) => applyBrand(branding, element);
  } catch {
    return undefined;
  }
}

async function configFrom(source: ConfigSource, injector: Injector): Promise<LoadedConfig> {
  if (typeof source === 'string') return loadConfig(source);
  try {
    const given: unknown = isFunction(source)
      ? await runInInjectionContext(injector, source)
      : source;

    // Nothing at all is no text in JSON.
    return { result: parseConfig(JSON.stringify(given ?? null)), clockSkewMs: 0 };
  } catch {
    return { result: { ok: false, failure: { code: 'config-unreachable' } }, clockSkewMs: 0 };
  }
}

/** Refuses Lock, which needs a page with a policy of its own: the application has one, and a portal has not. */
function withoutLock(read: ConfigResult): ConfigResult {
  const index = read.ok
    ? read.config.connections.findIndex(({ transport }) => transport === 'lock')
    : -1;
  if (index < 0) return read;
  const problem = {
    path: `connections[${index}].transport`,
    kind: 'wrong' as const,
    message: 'is "lock", which a portal has no page for',
  };

  return { ok: false, failure: { code: 'config-invalid', problems: [problem], text: '' } };
}

/** Adds the pages that the portal allows by its code. */
function withReturnAddresses(read: ConfigResult, allow: readonly string[]): ConfigResult {
  if (!read.ok) return read;
  const checked = v.safeParse(returnAddresses, allow, { abortPipeEarly: true });
  if (!checked.success) {
    const problems = checked.issues.map((issue) => ({
      path: `withReturn: allow[${v.getDotPath(issue) ?? ''}]`,
      kind: 'wrong' as const,
      message: issue.message,
    }));

    return { ok: false, failure: { code: 'config-invalid', problems, text: '' } };
  }
  const { config } = read;

  return {
    ok: true,
    config: { ...config, returnAddresses: [...config.returnAddresses, ...checked.output] },
  };
}

const detailsOf = (failure: ConfigFailure): readonly string[] =>
  failure.code === 'config-invalid'
    ? failure.problems.map(({ path, message }) => `${path} ${message}`.trim())
    : [failure.code];

const isFunction = (source: object): source is () => object | Promise<object> =>
  typeof source === 'function';
