import { clockSkewOf } from './clock-skew';
import type { ConfigFailure } from './config-failure';
import { textOf } from './config-text';
import { parseConfig, type ConfigResult } from './parse-config';

export interface LoadedConfig {
  readonly result: ConfigResult;
  /** See {@link CLOCK_SKEW}. */
  readonly clockSkewMs: number;
}

/** How long the file may take, in milliseconds: nothing is on the screen before it is here. */
const timeoutMs = 10_000;

/** Fetches and judges `config.json`, which lies beside `index.html` unless a portal says where, and learns what time it is there. */
export async function loadConfig(file = 'config.json'): Promise<LoadedConfig> {
  const stopping = new AbortController();
  const timer = setTimeout(() => stopping.abort(), timeoutMs);
  let clockSkewMs = 0;
  try {
    const response = await fetch(file, { cache: 'no-store', signal: stopping.signal });
    clockSkewMs = clockSkewOf(response, Date.now());

    return { result: await judge(response), clockSkewMs };
  } catch {
    const code = stopping.signal.aborted
      ? 'config-timed-out'
      : await whyUnreachable(file, stopping);

    return { result: failed({ code }), clockSkewMs };
  } finally {
    clearTimeout(timer);
  }
}

async function judge(response: Response): Promise<ConfigResult> {
  const failure = failureOf(response);
  if (failure !== undefined) return failed(failure);
  const text = await textOf(response);

  return text.ok ? parseConfig(text.text) : failed({ code: text.code });
}

function failureOf({ ok, status, url }: Response): ConfigFailure | undefined {
  if (new URL(url).origin !== window.location.origin) return { code: 'config-redirected' };
  if (ok) return undefined;
  if (status === 404 || status === 410) return { code: 'config-missing', status };

  return { code: isBusy(status) ? 'config-server-error' : 'config-refused', status };
}

const isBusy = (status: number): boolean => status >= 500 || status === 429 || status === 408;

/**
 * A redirect to another host fails as a broken connection does, since the policy of this page goes nowhere
 * else; asked once more and not followed, it shows itself.
 */
async function whyUnreachable(
  file: string,
  { signal }: AbortController,
): Promise<'config-redirected' | 'config-unreachable' | 'config-timed-out'> {
  try {
    const { type } = await fetch(file, { cache: 'no-store', redirect: 'manual', signal });
    if (type === 'opaqueredirect') return 'config-redirected';
  } catch {
    if (signal.aborted) return 'config-timed-out';
  }

  return 'config-unreachable';
}

const failed = (failure: ConfigFailure): ConfigResult => ({ ok: false, failure });
