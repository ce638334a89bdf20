import { redirect, type Reply, typedField } from '../protocol/http.ts';
import type { ChannelName } from '../state/config/channels.ts';
import { channelOf, type Connection } from '../state/config/connection.ts';
import { accountLabel } from '../state/people/user.ts';
import type { Exchange, TenantState } from '../state/tenant-state.ts';
import { emailField } from '../ui/fields.ts';
import { html, type Html } from '../ui/html.ts';
import { page } from '../ui/layout.ts';
import { likelyCountry, namedCountries } from '../ui/phone-countries.ts';
import { testPeople } from '../ui/test-people.ts';
import type { Texts } from '../ui/texts/en.ts';
import { codeConnection, sendCodeForPage } from './flow/codes/code-step.ts';
import { pageAddress } from './flow/request/addresses.ts';
import { findTransaction, type Transaction } from './flow/session/transaction.ts';

/** Answers `GET /u/passwordless`: asks where the code shall go, prefilled by `login_hint`. */
export function identifierPage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const { request, state } = exchange;
  const address = transaction.request.loginHint ?? '';
  const country = likelyCountry(request.headers.get('accept-language'), transaction.texts.language);

  return render(transaction, codeConnection(transaction, state), { address, country, state });
}

/** Answers `POST /u/passwordless`: sends a code to the address, and asks for it. */
export function identifier(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const transaction = findTransaction(exchange);
  const connection = codeConnection(transaction, state);
  const address = typedField(request, 'address');
  const country = typedField(request, 'country');
  const problem = sendCodeForPage(transaction, { connection, typed: address, country }, exchange);

  return problem === undefined
    ? redirect(pageAddress(transaction, 'passwordless/code'))
    : render(transaction, connection, { address, country, problem, state });
}

interface AddressForm {
  readonly address: string;
  /** Which country is chosen, where a phone number is asked for. */
  readonly country: string;
  readonly problem?: string;
  readonly state: TenantState;
}

/** Asks where a one-time code shall go (contract §2.5). */
function render(
  transaction: Transaction,
  connection: Connection,
  { address, country, problem, state }: AddressForm,
): Reply {
  const { texts } = transaction;
  const { callback } = transaction.request;
  const { name } = channelOf(connection);

  return page({
    texts,
    title: texts.code.addressTitle,
    leadsTo: callback.redirectUri,
    lead: texts.common.continueTo(callback.client.name),
    problem,
    aside: testPeople({
      ...{ texts, state, connections: [connection.name] },
      fields: (identity) => ({ address: accountLabel(identity) }),
    }),
    main: html`<form method="post" action="${pageAddress(transaction, 'passwordless')}">
      ${fields[name](texts, { address, country, isWrong: problem !== undefined })}
      <button class="primary">${texts.common.continue}</button>
    </form>`,
  });
}

const fields: Readonly<Record<ChannelName, (texts: Texts, typed: TypedField) => Html>> = {
  sms: phoneField,
  email: (texts, { address, isWrong }) =>
    emailField(texts, address, { name: 'address', autocomplete: 'email', isWrong }),
};

interface TypedField {
  readonly address: string;
  readonly country: string;
  readonly isWrong: boolean;
}

function phoneField({ common, language }: Texts, { address, country, isWrong }: TypedField): Html {
  return html`<label for="country">${common.country}</label>
    <select id="country" name="country" autocomplete="tel-country-code">
      ${namedCountries(language).map(
        ({ code, name, dialCode }) =>
          html`<option value="${code}" ${code === country ? html`selected` : undefined}>
            ${name} (&#x2066;+${dialCode}&#x2069;)
          </option>`,
      )}
    </select>
    <label for="address">${common.phone}</label>
    <input
      id="address"
      name="address"
      type="tel"
      value="${address}"
      autocomplete="tel"
      ${isWrong ? html`aria-invalid="true"` : undefined}
      aria-describedby="${isWrong ? 'problem address-hint' : 'address-hint'}"
      required
    />
    <small id="address-hint">${common.phoneHint}</small>`;
}
