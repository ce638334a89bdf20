import type { LoggedRequest, SeenToken } from '../../state/control/request-log.ts';
import { html, type Html } from '../../ui/html.ts';
import { factList } from '../workbench/format.ts';

/** One request as a row; what else is known about it is folded into its path. */
export function requestRow(request: LoggedRequest): Html {
  const { id, at, method, path, status, durationMs, client, faults } = request;

  return html`<tr>
    <td data-label="Time"><time datetime="${at}">${at.slice(11, 23)}</time></td>
    <td data-label="Request">
      <details id="request-${id}">
        <summary><strong>${method}</strong> <span>${path}</span></summary>
        ${about(request)}
      </details>
    </td>
    <td data-label="Status">
      <span class="tag ${statusKind(status)}">${status === 0 ? 'Dropped' : status}</span>
    </td>
    <td data-label="Took">${durationMs} ms</td>
    <td data-label="Client">${client ?? none}</td>
    <td data-label="Fault">
      ${
        faults.length === 0
          ? none
          : faults.map((fault) => html`<span class="tag bad">${fault}</span> `)
      }
    </td>
  </tr> `;
}

function about({ query, refusal, sdk, origin, tokens }: LoggedRequest): Html {
  const facts = [
    ['Refused with', refusal],
    ['From', origin],
    ['SDK', sdk],
    ...Object.entries(query),
  ].filter((fact): fact is [string, string] => fact[1] !== undefined);

  return html`${
    facts.length === 0 ? undefined : factList(facts, 'facts small')
  }${tokens.map(tokenBox)}${
    facts.length + tokens.length === 0 ? html`<p>Nothing more to tell.</p>` : undefined
  }`;
}

const none = html`<span class="none">–</span>`;

const places: Readonly<Record<SeenToken['place'], string>> = {
  authorization: 'Token in Authorization',
  request: 'Token in the request',
  answer: 'Token in the answer',
};

function tokenBox({ place, header, claims }: SeenToken): Html {
  return html`<h3>${places[place]}</h3>
    <pre tabindex="0">
${JSON.stringify(header)}
${JSON.stringify(claims, null, 2)}</pre>`;
}

function statusKind(status: number): string {
  if (status === 0 || status >= 400) return 'bad';

  return status < 300 ? 'good' : '';
}
