import { defined } from '../../protocol/json.ts';
import type { Client } from '../../state/config/client.ts';
import type { Connection } from '../../state/config/connection.ts';
import type { Message } from '../../state/inbox.ts';
import { compileLiquid } from './liquid.ts';

interface Sent {
  readonly connection: Connection;
  readonly client: Client | undefined;
  readonly address: string;
  readonly code: string;
  /** What the code is hidden in, if a link was asked for. */
  readonly link: string | undefined;
}

/**
 * What a message holds for the person who gets it. A connection may word its messages, and thereby
 * lead its links over a page of the application, as at Auth0 (contract §4.3).
 */
export function messageContents(sent: Sent): Pick<Message, 'code' | 'link' | 'body'> {
  const { connection, client, address, code, link } = sent;
  const template = connection.options.email;
  if (template === undefined) return link === undefined ? { code } : { link };
  const body = compileLiquid(template.body)({
    ...{ code, link, send: link === undefined ? 'code' : 'link' },
    application: { name: client?.name, clientID: client?.client_id },
    connection: { name: connection.name },
    user: { email: address },
  });

  return { ...defined({ code: link === undefined ? code : undefined, link: linkIn(body) }), body };
}

/** Where the first link of a message leads. */
function linkIn(body: string): string | undefined {
  return /<a\s[^>]*href="([^"]*)"/i.exec(body)?.[1]?.replaceAll('&amp;', '&');
}
