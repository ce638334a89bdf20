import type { Reply } from '../../protocol/reply.ts';
import type { ChannelName } from '../../state/config/channels.ts';
import { channelOf } from '../../state/config/connection.ts';
import { html } from '../../ui/html.ts';
import { page } from '../../ui/layout.ts';
import { problemAlert } from '../../ui/problem-alert.ts';
import type { SentCode } from '../flow/codes/code-step.ts';
import { codePageAddress, identifierAddress } from '../flow/request/addresses.ts';
import type { Transaction } from '../flow/session/transaction.ts';

interface CodeForm {
  readonly problem?: string;
  /** Whether the code was sent once more just now. */
  readonly isAgain?: boolean;
}

const useAnother: Readonly<Record<ChannelName, string>> = {
  sms: 'Use another phone number',
  email: 'Use another email address',
};

/** Asks for the code that was sent. */
export function codePage(
  transaction: Transaction,
  { connection, address }: SentCode,
  { problem, isAgain = false }: CodeForm = {},
): Reply {
  const { callback } = transaction.request;
  const length = connection.options.totp?.length ?? 6;

  return page({
    status: problem === undefined ? 200 : 400,
    title: 'Enter the code',
    leadsTo: callback.redirectUri,
    main: html`<h1>Enter the code</h1>
      <p class="lead">
        We sent ${length} digits to <strong>${address}</strong>. Type them only to continue to
        ${callback.client.name}, and tell them to nobody.
      </p>
      ${isAgain ? html`<p class="notice" role="status">A new code is on its way.</p>` : undefined}
      ${problemAlert(problem)}
      <form method="post" action="${codePageAddress(transaction)}">
        <label for="code">Code</label>
        <input
          id="code"
          class="code"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
        />
        <button class="primary">Verify</button>
      </form>
      <form method="post" action="${codePageAddress(transaction, '/again')}">
        <button class="quiet">Send again</button>
      </form>
      <p class="aside">
        <a href="${identifierAddress(transaction)}"> ${useAnother[channelOf(connection).name]} </a>
      </p>`,
  });
}
