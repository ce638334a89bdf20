import { parameter } from '../../protocol/http.ts';
import type { LoggedRequest } from '../../state/control/request-log.ts';
import { html, type Html } from '../../ui/html.ts';
import { actionButton, checkInput, textInput } from '../workbench/form.ts';
import type { Section, View } from '../workbench/section.ts';
import { requestRow } from './request-row.ts';

const path = '/_tenant/requests';

/** The log holds more, and who looks for more filters. */
const mostRows = 100;

/** `/_tenant/requests`: what was asked and answered, with tokens decoded and secrets masked. */
export const requests: Section = {
  path,
  title: 'Requests',
  lead: 'What applications and browsers asked the tenant, newest first. Secrets and email addresses are masked.',
  content,
  actions: {
    clear: (_form, { state }) => {
      state.control.requests.clear();

      return { notice: 'The log is empty.' };
    },
  },
};

function content(view: View): Html {
  const { state } = view;
  const { search, faulty } = askedFor(view);
  const query = new URLSearchParams({ q: search, ...(faulty && { faulty: 'on' }) }).toString();

  return html`<div class="bar">
      <form method="get" action="${path}" role="search" class="filter">
        ${textInput('q', 'Path, method, status or client', { value: search, type: 'search' })}
        ${checkInput('faulty', 'With a fault', faulty)}
        <button class="secondary">Filter</button>
      </form>
      ${actionButton(state, `${path}/clear`, { label: 'Empty the log', kind: 'quiet' })}
    </div>
    <div data-live="${path}/live?${query}" data-version="${state.control.requests.changes.count}">
      ${requestTable(view)}
    </div>`;
}

/** The requests alone, for the page that is open already. */
export function requestTable(view: View): Html {
  const { search, faulty } = askedFor(view);
  const found = view.state.control.requests
    .list()
    .filter((logged) => matches(logged, search) && (!faulty || logged.faults.length > 0));
  if (found.length === 0)
    return html`<p class="empty">No requests yet. They appear here by themselves.</p>`;

  return html`<table class="requests">
      <caption class="unseen">
        Requests, newest first
      </caption>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Request</th>
          <th scope="col">Status</th>
          <th scope="col">Took</th>
          <th scope="col">Client</th>
          <th scope="col">Fault</th>
        </tr>
      </thead>
      <tbody>
        ${found.slice(0, mostRows).map(requestRow)}
      </tbody>
    </table>
    ${
      found.length > mostRows
        ? html`<p class="count">The newest ${mostRows} of ${found.length}.</p>`
        : undefined
    }`;
}

function askedFor({ request: { query } }: View) {
  return { search: parameter(query, 'q') ?? '', faulty: query.get('faulty') === 'on' };
}

function matches(logged: LoggedRequest, search: string): boolean {
  const { method, path: asked, status, client = '', faults } = logged;
  const text = [method, asked, status, client, ...faults].join(' ').toLowerCase();

  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
