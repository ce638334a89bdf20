import { redirect, type Reply, typedField } from '../protocol/http.ts';
import type { ChannelName } from '../state/config/channels.ts';
import { channelOf, type Connection } from '../state/config/connection.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { emailField } from '../ui/email-field.ts';
import { html, type Html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { codeConnection, sendCodeForPage } from './flow/codes/code-step.ts';
import { pageAddress } from './flow/request/addresses.ts';
import { findTransaction, type Transaction } from './flow/session/transaction.ts';

/** Answers `GET /u/passwordless`: asks where the code shall go, prefilled by `login_hint`. */
export function identifierPage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const address = transaction.request.loginHint ?? '';

  return render(transaction, codeConnection(transaction, exchange.state), { address });
}

/** Answers `POST /u/passwordless`: sends a code to the address, and asks for it. */
export function identifier(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  const connection = codeConnection(transaction, state);
  const address = typedField(request, 'address');
  const problem = sendCodeForPage(transaction, { connection, typed: address }, exchange);

  return problem === undefined
    ? redirect(pageAddress(transaction, 'passwordless/code'))
    : render(transaction, connection, { address, problem });
}

/** Asks where a one-time code shall go (contract §2.5). */
function render(
  transaction: Transaction,
  connection: Connection,
  { address, problem }: { readonly address: string; readonly problem?: string },
): Reply {
  const { callback } = transaction.request;

  return page({
    title: 'Sign in with a code',
    leadsTo: callback.redirectUri,
    lead: `to continue to ${callback.client.name}`,
    problem,
    main: html`<form method="post" action="${pageAddress(transaction, 'passwordless')}">
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
