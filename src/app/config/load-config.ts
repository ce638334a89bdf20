import { clockSkewOf } from './clock-skew';
import { parseConfig, type ConfigResult } from './parse-config';

export interface LoadedConfig {
  readonly result: ConfigResult;
  /** See {@link CLOCK_SKEW}. */
  readonly clockSkew: number;
}

/** Fetches and judges `config.json`, which lies beside `index.html`, and learns what time it is there. */
export async function loadConfig(): Promise<LoadedConfig> {
  const response = await fetch('config.json', { cache: 'no-store' });
  const clockSkew = clockSkewOf(response, Date.now());
  if (!response.ok) {
    const problems = [{ path: '', message: `HTTP ${response.status}` }];

    return { result: { ok: false, problems }, clockSkew };
  }

  return { result: parseConfig(await response.text()), clockSkew };
}
