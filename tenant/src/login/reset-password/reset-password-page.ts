import type { Reply } from '../../protocol/reply.ts';
import { accountLabel } from '../../state/people/user.ts';
import { html } from '../../ui/html.ts';
import { page } from '../../ui/layout.ts';
import { problemAlert } from '../../ui/problem-alert.ts';
import { shownName } from '../../ui/shown-name.ts';
import type { PasswordTicket } from '../flow/passwords/password-ticket.ts';

/** Renders the page behind the link of a password mail. */
export function resetPasswordPage({ id, identity }: PasswordTicket, problem?: string): Reply {
  return page({
    status: problem === undefined ? 200 : 400,
    title: 'Set a new password',
    main: html`<h1>Set a new password</h1>
      <p class="lead">for ${shownName(accountLabel(identity))}</p>
      ${problemAlert(problem)}
      <form method="post" action="/u/reset-password?ticket=${id}">
        <label for="password">New password</label>
        <input id="password" name="password" type="password" autocomplete="new-password" required />
        <button class="primary">Set password</button>
      </form>`,
  });
}

/** Renders the page that says that the new password is set. */
export function passwordChangedPage(): Reply {
  return page({
    title: 'Password changed',
    main: html`<h1>Password changed</h1>
      <p role="status">Go back to the application and sign in with the new password.</p>`,
  });
}
