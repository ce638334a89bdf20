import { parseConfig, type ConfigResult } from './parse-config';

/** Fetches and judges `config.json`, which lies beside `index.html`. */
export async function loadConfig(): Promise<ConfigResult> {
  const response = await fetch('config.json', { cache: 'no-store' });
  if (!response.ok) {
    return { ok: false, problems: [{ path: '', message: `HTTP ${response.status}` }] };
  }

  return parseConfig(await response.text());
}
