import { Hono } from 'hono';

import { clock } from '../../control/clock/clock-page.ts';
import { faults } from '../../control/faults/faults-page.ts';
import { inbox, messageList } from '../../control/inbox/inbox-page.ts';
import { people } from '../../control/people/people-page.ts';
import { requests, requestTable } from '../../control/requests/requests-page.ts';
import { sessions } from '../../control/sessions/sessions-page.ts';
import { settings } from '../../control/settings/settings-page.ts';
import { snapshots } from '../../control/snapshots/snapshots-page.ts';
import { workbenchScript, workbenchStyle } from '../../control/workbench/assets.ts';
import { Notices } from '../../control/workbench/notices.ts';
import { overview } from '../../control/workbench/overview.ts';
import type { Section } from '../../control/workbench/section.ts';
import { nothingHere } from '../../protocol/errors.ts';
import { stylesheet } from '../../ui/stylesheet.ts';
import { errorReply } from '../error-replies.ts';
import { answering, type Tenant, toResponse } from '../hono-adapter.ts';
import { ownOriginOnly } from '../middleware/own-origin.ts';
import { longPoll } from './long-poll.ts';
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
