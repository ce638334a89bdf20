import { readdirSync, readFileSync } from 'node:fs';

import { nothingHere } from '../protocol/errors.ts';
import { pathParameter, type Reply } from '../protocol/http.ts';
import type { Endpoint, Exchange } from '../state/tenant-state.ts';

const folder = new URL('../../assets/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

const style = `${read('tokens.css')}\n${read('tenant.css')}`;
const script = read('sign-in.js');
const marks = new Map(
  readdirSync(new URL('providers/', folder)).map((file) => [file, read(`providers/${file}`)]),
);

/** What every page of the tenant loads, by its path. */
export const pageAssets: Readonly<Record<string, Endpoint>> = {
  '/_tenant/assets/tenant.css': () => asset('text/css', style),
  '/_tenant/assets/sign-in.js': () => asset('text/javascript', script),
  '/_tenant/assets/providers/:file': providerFile,
};

function providerFile({ request }: Exchange): Reply {
  const file = pathParameter(request, 'file');
  const mark = marks.get(file);
  if (mark === undefined) throw nothingHere(`/_tenant/assets/providers/${file}`);

  return asset('image/svg+xml', mark);
}

/** A file of ours: text that a browser asks for anew whenever it is used. */
export function asset(type: string, body: string): Reply {
  return {
    status: 200,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}
