import type { Reply } from '../../protocol/http.ts';
import { connectionKind } from '../../state/config/connection-kinds.ts';
import type { Connection } from '../../state/config/connection.ts';
import { accountLabel, type Identity } from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { emailField } from '../../ui/email-field.ts';
import { html, type Html } from '../../ui/html.ts';
import { page, problemAlert } from '../../ui/layout.ts';
import { shownName } from '../../ui/shown-name.ts';
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
  const { name, display_name } = connection;
  const { callback } = transaction.request;
  const accounts = state.users.holdingsOf(name).map(({ identity }) => identity);

  const reply = page({
    status: form.problem === undefined ? 200 : 400,
    title: `Sign in with ${display_name}`,
    leadsTo: callback.redirectUri,
    lead: `This page stands in for ${display_name}. Who do you want to be in ${callback.client.name}?`,
    main: html`<form method="post" action="${providerAddress(transaction, name, '/continue')}">
        <ul class="choices" aria-label="Accounts">
          ${accounts.map(accountButton)}
        </ul>
      </form>
      <form class="heading" method="post" action="${providerAddress(transaction, name, '/fill')}">
        <h2>Somebody new</h2>
        <button class="secondary">Fill in for me</button>
      </form>
      ${problemAlert(form.problem)} ${addAccountForm(transaction, name, form)}
      <form method="post" action="${providerAddress(transaction, name, '/deny')}">
        <button class="quiet">Deny</button>
      </form>`,
  });

  return { ...reply, headers: { ...reply.headers, ...openerPolicy(connection) } };
}

const openerPolicy = ({ strategy }: Connection): Reply['headers'] =>
  connectionKind(strategy).cutsOpener ? { 'cross-origin-opener-policy': 'same-origin' } : {};

function accountButton(identity: Identity, index: number): Html {
  return html`<li class="account">
    <button name="account" value="${identity.user_id}" aria-describedby="about-${index}">
      Continue as <strong>${shownName(accountLabel(identity))}</strong>
    </button>
    <small id="about-${index}">${about(identity)}</small>
  </li> `;
}

function about({ profile }: Identity): string {
  const verification =
    profile.email === undefined
      ? 'no e-mail'
      : profile.email_verified === true
        ? 'e-mail verified'
        : 'e-mail not verified';

  return `${shownName(profile.name ?? 'No name')} · ${verification}`;
}

function addAccountForm(
  transaction: Transaction,
  connection: string,
  { email, name, isVerified }: AddAccountForm,
): Html {
  return html`<form method="post" action="${providerAddress(transaction, connection, '/add')}">
    ${emailField(email, 'email', 'off')}
    <label for="name">Name</label>
    <input id="name" name="name" value="${name}" autocomplete="off" required />
    <div class="check">
      <input
        id="verified"
        name="verified"
        type="checkbox"
        ${isVerified ? html`checked` : undefined}
      />
      <label for="verified">E-mail is verified</label>
    </div>
    <button class="primary">Add account</button>
  </form>`;
}
