import { type Context, Hono } from 'hono';

import { ControlError } from '../control/control-error.ts';
import type { Html } from '../pages/html.ts';
import { stylesheet } from '../pages/stylesheet.ts';
import { nothingHere } from '../protocol/errors.ts';
import type { Reply } from '../protocol/reply.ts';
import { workbenchScript, workbenchStyle } from '../workbench/assets.ts';
import { clock } from '../workbench/clock.ts';
import { faults } from '../workbench/faults.ts';
import type { FormFields } from '../workbench/form.ts';
import { inbox, messageList } from '../workbench/inbox.ts';
import { Notices } from '../workbench/notices.ts';
import { overview } from '../workbench/overview.ts';
import { people } from '../workbench/people.ts';
import { requests, requestTable } from '../workbench/requests.ts';
import type { Action, Section, View } from '../workbench/section.ts';
import { sessions } from '../workbench/sessions.ts';
import { settings } from '../workbench/settings.ts';
import { snapshots } from '../workbench/snapshots.ts';
import { asControlError } from './control-error-reply.ts';
import { errorReply } from './error-replies.ts';
import { answering, type Tenant, toResponse, toTenantRequest } from './exchange.ts';
import { ownOriginOnly } from './own-origin.ts';

const sections = [
  overview,
  people,
  inbox,
  sessions,
  faults,
  clock,
  requests,
  snapshots,
  settings,
] as const;

/** A long poll ends before anything between the browser and the tenant gives up on it. */
const longestWait = 25_000;

/** The control plane for people: pages under `/_tenant/`, whose forms need no script. */
export function workbenchApp(tenant: Tenant): Hono {
  const app = new Hono();
  const notices = new Notices();
  const { state } = tenant;
  const answer = answering(tenant);

  app.onError((error) => toResponse(errorReply(error)));
  app.notFound(() => toResponse(errorReply(nothingHere())));
  app.use('/_tenant/*', ownOriginOnly);
  app.get('/_tenant', (context) => context.redirect('/_tenant/'));
  app.get('/_tenant/assets/tenant.css', answer(stylesheet));
  app.get('/_tenant/assets/workbench.css', answer(workbenchStyle));
  app.get('/_tenant/assets/workbench.js', answer(workbenchScript));
  for (const section of sections) {
    app.get(section.path, async (context) => {
      const view = await viewOf(context, tenant);
      const notice = notices.take(context.req.query('notice') ?? '');

      return toResponse(section.render({ ...view, notice }));
    });
    for (const [name, action] of Object.entries(section.actions)) {
      app.post(addressOf(section, name), async (context) =>
        toResponse(await act(action, section, context, tenant, notices)),
      );
    }
  }
  app.get('/_tenant/inbox/live', live(tenant, state.inbox.changes, messageList));
  app.get('/_tenant/requests/live', live(tenant, state.control.requests.bell, requestTable));

  return app;
}

function addressOf({ path }: Section, action: string): string {
  return path.endsWith('/') ? `${path}${action}` : `${path}/${action}`;
}

async function act(
  action: Action,
  section: Section,
  context: Context,
  tenant: Tenant,
  notices: Notices,
): Promise<Reply> {
  const form = await formOf(context);
  const view = await viewOf(context, tenant);
  try {
    if (form['form_token'] !== tenant.state.control.formToken) {
      throw new ControlError(403, 'forbidden', 'The page was too old. Try once more.');
    }
    const done = await action(form, view);

    return 'notice' in done ? goOn(section, done.notice, done.setCookie, notices) : done;
  } catch (error) {
    const refusal = asControlError(error);
    if (refusal === undefined) throw error;
    const reply = section.render({ ...view, form, problem: refusal.message });

    return { ...reply, status: refusal.status };
  }
}

/** The browser goes on to the page, so that a reload sends no form again. */
function goOn(
  { path }: Section,
  notice: string,
  setCookie: string | undefined,
  notices: Notices,
): Reply {
  return {
    status: 303,
    headers: {
      location: `${path}?notice=${notices.add(notice)}`,
      'cache-control': 'no-store',
      ...(setCookie !== undefined && { 'set-cookie': setCookie }),
    },
    body: '',
  };
}

/** The fields that hold something; of a file its text. */
async function formOf({ req }: Context): Promise<FormFields> {
  const fields = Object.entries(await req.parseBody());
  const texts = await Promise.all(
    fields.map(async ([name, value]) => {
      const text = value instanceof File ? await value.text() : value;

      return [name, typeof text === 'string' ? text.trim() : ''] as const;
    }),
  );

  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

async function viewOf(context: Context, { state, now }: Tenant): Promise<View> {
  return { request: await toTenantRequest(context), state, now: now() };
}

interface Changing {
  readonly count: number;
  change(known: number, milliseconds: number): Promise<void>;
}

/** A part of a page as it is now, or as soon as it is not what the page knows any more. */
function live(tenant: Tenant, bell: Changing, render: (view: View) => Html) {
  return async (context: Context): Promise<Response> => {
    const known = Number(context.req.query('version') ?? -1);
    await bell.change(known, longestWait);
    const headers = { 'cache-control': 'no-store', 'x-version': `${bell.count}` };
    if (bell.count === known) return new Response(null, { status: 204, headers });

    return new Response(render(await viewOf(context, tenant)).text, {
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    });
  };
}
