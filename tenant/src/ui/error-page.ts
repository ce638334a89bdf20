import type { PageError } from '../protocol/errors.ts';
import type { Reply } from '../protocol/reply.ts';
import { html } from './html.ts';
import { page } from './layout.ts';

/** The page that a refusal ends on when nobody else may hear of it (contract §2.2). */
export function errorPage({ status, title, message }: PageError): Reply {
  return page({
    status,
    title,
    main: html`<p role="alert">${message}</p>`,
  });
}
