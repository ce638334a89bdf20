import type { Context } from 'hono';

import { ControlError } from '../../control/control-error.ts';
import type { FormFields } from '../../control/workbench/form.ts';
import type { Notices } from '../../control/workbench/notices.ts';
import type { Action, Done, Section, View } from '../../control/workbench/section.ts';
import type { Reply } from '../../protocol/reply.ts';
import { type Tenant, toTenantRequest } from '../hono-adapter.ts';
import { asControlError } from './control-error-reply.ts';

/** What a form was sent to, and with. */
interface Submission {
  readonly section: Section;
  readonly context: Context;
  readonly tenant: Tenant;
  readonly notices: Notices;
}

/** Does what a form asks and goes on to its page, or shows the page with what was wrong. */
export async function act(
  action: Action,
  { section, context, tenant, notices }: Submission,
): Promise<Reply> {
  const form = await formOf(context);
  const view = await viewOf(context, tenant);
  try {
    if (form['form_token'] !== tenant.state.control.formToken) {
      throw new ControlError(403, 'forbidden', 'The page was too old. Try once more.');
    }
    const done = await action(form, view);

    return 'notice' in done ? goOn(section, done, notices) : done;
  } catch (error) {
    const refusal = asControlError(error);
    if (refusal === undefined) throw error;
    const reply = section.render({ ...view, form, problem: refusal.message });

    return { ...reply, status: refusal.status };
  }
}

/** The browser goes on to the page, so that a reload sends no form again. */
function goOn({ path }: Section, { notice, setCookie = [] }: Done, notices: Notices): Reply {
  return {
    status: 303,
    headers: {
      location: `${path}?notice=${notices.add(notice)}`,
      'cache-control': 'no-store',
    },
    cookies: setCookie,
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

/** What a page needs to be shown now. */
export async function viewOf(context: Context, { state, nowMs }: Tenant): Promise<View> {
  return { request: await toTenantRequest(context), state, nowMs: nowMs() };
}
