import type { Reply } from '../../protocol/reply.ts';
import type { ChannelName } from '../../state/config/channels.ts';
import { channelOf, type Connection } from '../../state/config/connection.ts';
import { emailField } from '../../ui/email-field.ts';
import { html, type Html } from '../../ui/html.ts';
import { page } from '../../ui/layout.ts';
import { problemAlert } from '../../ui/problem-alert.ts';
import { identifierAddress } from '../flow/request/addresses.ts';
import type { Transaction } from '../flow/session/transaction.ts';

interface IdentifierForm {
  readonly address: string;
  readonly problem?: string;
}

/** Asks where a one-time code shall go (contract §2.5). */
export function identifierPage(
  transaction: Transaction,
  connection: Connection,
  { address, problem }: IdentifierForm,
): Reply {
  const { callback } = transaction.request;

  return page({
    status: problem === undefined ? 200 : 400,
    title: 'Sign in with a code',
    leadsTo: callback.redirectUri,
    main: html`<h1>Sign in with a code</h1>
      <p class="lead">to continue to ${callback.client.name}</p>
      ${problemAlert(problem)}
      <form method="post" action="${identifierAddress(transaction)}">
        ${fields[channelOf(connection).name](address)}
        <button class="primary">Continue</button>
      </form>`,
  });
}

const fields: Readonly<Record<ChannelName, (address: string) => Html>> = {
  sms: phoneField,
  email: (address) => emailField(address, 'address', 'email'),
};

function phoneField(address: string): Html {
  return html`<label for="address">Phone number</label>
    <input
      id="address"
      name="address"
      type="tel"
      value="${address}"
      autocomplete="tel"
      aria-describedby="address-hint"
      required
    />
    <small id="address-hint">With the country code, such as +1 555 555 0100.</small>`;
}
