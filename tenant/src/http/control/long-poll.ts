import type { Context } from 'hono';

import type { View } from '../../control/workbench/section.ts';
import type { Html } from '../../ui/html.ts';
import type { Tenant } from '../hono-adapter.ts';
import { viewOf } from './workbench-action.ts';

/** A long poll ends before anything between the browser and the tenant gives up on it. */
const longestWaitMs = 25_000;

interface Changing {
  readonly count: number;
  change(known: number, timeoutMs: number): Promise<void>;
}

/** A part of a page as it is now, or as soon as it is not what the page knows any more. */
export function longPoll(tenant: Tenant, changes: Changing, render: (view: View) => Html) {
  return async (context: Context): Promise<Response> => {
    const known = Number(context.req.query('version') ?? -1);
    await changes.change(known, longestWaitMs);
    const headers = { 'cache-control': 'no-store', 'x-version': `${changes.count}` };
    if (changes.count === known) return new Response(null, { status: 204, headers });

    return new Response(render(await viewOf(context, tenant)).text, {
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    });
  };
}
