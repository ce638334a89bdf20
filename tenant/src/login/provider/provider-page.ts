import type { Reply } from '../../protocol/http.ts';
import { connectionKind } from '../../state/config/connection-kinds.ts';
import type { Connection } from '../../state/config/connection.ts';
import { accountLabel, type Identity } from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { emailField } from '../../ui/fields.ts';
import { html, type Html } from '../../ui/html.ts';
import { page, problemAlert } from '../../ui/layout.ts';
import { strategyMark } from '../../ui/marks.ts';
import { shownName } from '../../ui/shown-name.ts';
import type { Texts } from '../../ui/texts/en.ts';
import { providerAddress } from '../flow/request/addresses.ts';
import type { Transaction } from '../flow/session/transaction.ts';

export interface AddAccountForm {
  readonly email: string;
  readonly name: string;
  readonly isVerified: boolean;
  readonly problem?: string;
}

/** The form as a person first meets it: most providers have verified the address. */
export const emptyForm: AddAccountForm = { email: '', name: '', isVerified: true };

/** Whose page it is, and what was typed into its form. */
interface ProviderPage {
  readonly connection: Connection;
  readonly state: TenantState;
  readonly form?: AddAccountForm;
}

/** Stands in for a provider: its accounts one click away, one more to add, and a way to say no. */
export function providerPage(
  transaction: Transaction,
  { connection, state, form = emptyForm }: ProviderPage,
): Reply {
  const { name, display_name: label } = connection;
  const { texts } = transaction;
  const words = texts.provider;
  const { callback } = transaction.request;
  const accounts = state.users.holdingsOf(name).map(({ identity }) => identity);

  const reply = page({
    status: form.problem === undefined ? 200 : 400,
    texts,
    title: words.title(label),
    mark: html`<span class="tile">${strategyMark(connection.strategy)}</span>`,
    leadsTo: callback.redirectUri,
    lead: words.lead(label, callback.client.name),
    main: html`<form method="post" action="${providerAddress(transaction, name, '/continue')}">
        <ul class="choices" aria-label="${words.accounts}">
          ${accounts.map((account, index) => accountButton(words, account, index))}
        </ul>
      </form>
      <form class="heading" method="post" action="${providerAddress(transaction, name, '/fill')}">
        <h2>${words.newcomer}</h2>
        <button class="secondary">${words.fill}</button>
      </form>
      ${problemAlert(form.problem)} ${addAccountForm(transaction, name, form)}
      <form method="post" action="${providerAddress(transaction, name, '/deny')}">
        <button class="quiet">${words.deny}</button>
      </form>`,
  });

  return { ...reply, headers: { ...reply.headers, ...openerPolicy(connection) } };
}

const openerPolicy = ({ strategy }: Connection): Reply['headers'] =>
  connectionKind(strategy).cutsOpener ? { 'cross-origin-opener-policy': 'same-origin' } : {};

function accountButton(words: Texts['provider'], identity: Identity, index: number): Html {
  const account = html`<strong>${shownName(accountLabel(identity))}</strong>`;

  return html`<li class="account">
    <button name="account" value="${identity.user_id}" aria-describedby="about-${index}">
      ${words.continueAs(account)}
    </button>
    <small id="about-${index}">${about(words, identity)}</small>
  </li> `;
}

function about(words: Texts['provider'], { profile }: Identity): string {
  const verification =
    profile.email === undefined
      ? words.noEmail
      : profile.email_verified === true
        ? words.verified
        : words.notVerified;

  return `${shownName(profile.name ?? words.noName)} · ${verification}`;
}

function addAccountForm(
  transaction: Transaction,
  connection: string,
  { email, name, isVerified }: AddAccountForm,
): Html {
  const { texts } = transaction;

  return html`<form method="post" action="${providerAddress(transaction, connection, '/add')}">
    ${emailField(texts, email, { autocomplete: 'off' })}
    <label for="name">${texts.common.name}</label>
    <input id="name" name="name" value="${name}" autocomplete="off" required />
    <div class="check">
      <input
        id="verified"
        name="verified"
        type="checkbox"
        ${isVerified ? html`checked` : undefined}
      />
      <label for="verified">${texts.provider.isVerified}</label>
    </div>
    <button class="primary">${texts.provider.add}</button>
  </form>`;
}
