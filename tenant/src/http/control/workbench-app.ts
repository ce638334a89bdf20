import { type Context, Hono } from 'hono';

import { applications } from '../../control/applications/applications-page.ts';
import { clock } from '../../control/clock/clock-page.ts';
import { ControlError } from '../../control/control-call.ts';
import { faults } from '../../control/faults/faults-page.ts';
import { inbox, messageList } from '../../control/inbox/inbox-page.ts';
import { people } from '../../control/people/people-page.ts';
import { requests, requestTable } from '../../control/requests/requests-page.ts';
import { sessions } from '../../control/sessions/sessions-page.ts';
import { settings } from '../../control/settings/settings-page.ts';
import { snapshots } from '../../control/snapshots/snapshots-page.ts';
import { workbenchScript, workbenchStyle } from '../../control/workbench/assets.ts';
import type { FormFields } from '../../control/workbench/form.ts';
import { Notices } from '../../control/workbench/notices.ts';
import { overview } from '../../control/workbench/overview.ts';
import type { Action, View } from '../../control/workbench/section.ts';
import { workbenchPage } from '../../control/workbench/workbench-page.ts';
import { nothingHere } from '../../protocol/errors.ts';
import type { ChangeSignal } from '../../state/control/change-signal.ts';
import type { Html } from '../../ui/html.ts';
import { pageAssets } from '../../ui/page-assets.ts';
import { errorReply } from '../error-replies.ts';
import { answering, type Tenant, toResponse, toTenantRequest } from '../hono-adapter.ts';
import { ownOriginOnly } from '../middleware/own-origin.ts';
import { asControlError } from './control-error-reply.ts';

/** The pages, in the order of the navigation. */
const sections = [
  overview,
  people,
  inbox,
  sessions,
  faults,
  clock,
  requests,
  snapshots,
  applications,
  settings,
] as const;

/** A long poll ends before anything between the browser and the tenant gives up on it. */
const longestWaitMs = 25_000;

/** The control plane for people: pages under `/_tenant/`, whose forms need no script. */
export function workbenchApp(tenant: Tenant): Hono {
  const app = new Hono();
  const notices = new Notices();
  const { state } = tenant;
  const answer = answering(tenant);

  app.onError((error, { req }) => toResponse(errorReply(error, { asked: req.raw, state })));
  app.notFound(({ req }) =>
    toResponse(errorReply(nothingHere(req.path), { asked: req.raw, state })),
  );
  app.use('/_tenant/*', ownOriginOnly(tenant));
  app.get('/_tenant', (context) => context.redirect('/_tenant/'));
  for (const [path, asset] of Object.entries(pageAssets)) app.get(path, answer(asset));
  app.get('/_tenant/assets/workbench.css', answer(workbenchStyle));
  app.get('/_tenant/assets/workbench.js', answer(workbenchScript));
  for (const section of sections) {
    const { path, actions } = section;
    const show = (view: View) => toResponse(workbenchPage(section, view, sections));
    app.get(path, async (context) => {
      const notice = notices.take(context.req.query('notice') ?? '');
      return show({ ...(await viewOf(context, tenant)), notice });
    });
    for (const [name, action] of Object.entries(actions)) {
      app.post(`${path.replace(/\/$/, '')}/${name}`, async (context) => {
        const form = await formOf(context);
        const view = await viewOf(context, tenant);
        const done = await act(action, form, view);
        if (!('notice' in done)) return show({ ...view, ...done });
        // The browser goes on to the page, so that a reload sends no form again.
        return toResponse({
          status: 303,
          headers: {
            location: `${path}?${new URLSearchParams({
              notice: notices.add(done.notice),
              ...(done.search !== undefined && { q: done.search }),
            }).toString()}`,
            'cache-control': 'no-store',
          },
          cookies: done.setCookie ?? [],
          body: '',
        });
      });
    }
  }
  app.get('/_tenant/inbox/live', longPoll(tenant, state.inbox.changes, messageList));
  app.get('/_tenant/requests/live', longPoll(tenant, state.control.requests.changes, requestTable));
  return app;
}

/** Does what a form asks; the page is shown again with what was wrong. */
async function act(
  action: Action,
  form: FormFields,
  view: View,
): Promise<Awaited<ReturnType<Action>> | Pick<View, 'form' | 'refusal'>> {
  try {
    if (form['form_token'] !== view.state.control.formToken) {
      throw new ControlError(403, 'forbidden', 'The page was too old. Try once more.');
    }
    return await action(form, view);
  } catch (error) {
    const refusal = asControlError(error);
    if (refusal === undefined) throw error;
    return { form, refusal };
  }
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

/** What a page needs to be shown now. */
async function viewOf(context: Context, { state, nowMs }: Tenant): Promise<View> {
  return { request: await toTenantRequest(context), state, nowMs: nowMs() };
}

/** A part of a page as it is now, or as soon as it is not what the page knows any more. */
function longPoll(tenant: Tenant, changes: ChangeSignal, render: (view: View) => Html) {
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
