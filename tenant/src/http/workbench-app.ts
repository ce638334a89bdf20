import { Hono } from 'hono';

import { stylesheet } from '../pages/stylesheet.ts';
import { nothingHere } from '../protocol/errors.ts';
import { workbenchScript, workbenchStyle } from '../workbench/assets.ts';
import { clock } from '../workbench/clock.ts';
import { faults } from '../workbench/faults.ts';
import { inbox, messageList } from '../workbench/inbox.ts';
import { Notices } from '../workbench/notices.ts';
import { overview } from '../workbench/overview.ts';
import { people } from '../workbench/people.ts';
import { requests, requestTable } from '../workbench/requests.ts';
import type { Section } from '../workbench/section.ts';
import { sessions } from '../workbench/sessions.ts';
import { settings } from '../workbench/settings.ts';
import { snapshots } from '../workbench/snapshots.ts';
import { errorReply } from './error-replies.ts';
import { answering, type Tenant, toResponse } from './hono-adapter.ts';
import { longPoll } from './long-poll.ts';
import { ownOriginOnly } from './own-origin.ts';
import { act, viewOf } from './workbench-action.ts';

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

/** The control plane for people: pages under `/_tenant/`, whose forms need no script. */
export function workbenchApp(tenant: Tenant): Hono {
  const app = new Hono();
  const notices = new Notices();
  const { state } = tenant;
  const answer = answering(tenant);

  app.onError((error) => toResponse(errorReply(error)));
  app.notFound(() => toResponse(errorReply(nothingHere())));
  app.use('/_tenant/*', ownOriginOnly(tenant));
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
        toResponse(await act(action, { section, context, tenant, notices })),
      );
    }
  }
  app.get('/_tenant/inbox/live', longPoll(tenant, state.inbox.changes, messageList));
  app.get('/_tenant/requests/live', longPoll(tenant, state.control.requests.changes, requestTable));

  return app;
}

function addressOf({ path }: Section, action: string): string {
  return path.endsWith('/') ? `${path}${action}` : `${path}/${action}`;
}
