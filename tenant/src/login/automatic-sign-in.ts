import { PageError } from '../protocol/errors.ts';
import type { Reply } from '../protocol/http.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { html } from '../ui/html.ts';
import { scriptedPage } from '../ui/layout.ts';
import { automaticProof } from './flow/automatic-sign-in.ts';
import { finishSignIn } from './flow/finish.ts';
import { pageAddress } from './flow/request/addresses.ts';
import { findTransaction } from './flow/session/transaction.ts';

/** Answers `GET /u/expected`: in the place of every other page, one that sends its one form by itself. */
export function automaticSignInPage(exchange: Exchange): Reply {
  const transaction = findTransaction(exchange);
  const { texts } = transaction;
  const { callback } = transaction.request;

  return scriptedPage({
    texts,
    title: texts.expected.title,
    allows: `form-action 'self' ${new URL(callback.redirectUri).origin}; `,
    headers: { 'x-frame-options': 'DENY' },
    main: html`<p class="lead">${texts.expected.lead}</p>
      <form method="post" action="${pageAddress(transaction, 'expected')}">
        <button class="primary">${texts.common.continue}</button>
      </form>`,
    script: 'document.forms[0].submit()',
  });
}

/** Answers `POST /u/expected`: whoever was expected has signed in. */
export async function automaticSignIn(exchange: Exchange): Promise<Reply> {
  const { state } = exchange;
  const transaction = findTransaction(exchange);
  const proof = automaticProof(transaction, state);
  if (proof === undefined) {
    throw new PageError(400, 'nobodyExpected');
  }
  state.control.automaticSignIns.takeNext();

  return finishSignIn(transaction, proof, exchange);
}
