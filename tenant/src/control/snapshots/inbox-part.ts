import { defined } from '../../protocol/defined.ts';
import type { JsonReader } from '../../protocol/json-reader.ts';
import { channelNames } from '../../state/config/channels.ts';
import type { Message } from '../../state/inbox.ts';
import { readTimeMs, type SnapshotPart, formatTimeMs } from './snapshot-part.ts';

/** What was sent, newest first. */
export const inboxPart: SnapshotPart = {
  name: 'inbox',
  take: ({ state: { inbox } }) => inbox.messages(undefined),
  read: (snapshot) => {
    const messages = snapshot.optionalObjects('inbox').map(parseMessage);

    return ({ state: { inbox } }) => {
      inbox.clear();
      for (const message of messages.toReversed()) inbox.deliver(message);
    };
  },
};

function parseMessage(fields: JsonReader): Message {
  const message = {
    to: fields.text('to'),
    channel: fields.optionalChoice('channel', channelNames) ?? fields.fail('channel', 'is missing'),
    at: formatTimeMs(readTimeMs(fields, 'at')),
    ...defined({
      code: fields.optionalText('code'),
      link: fields.optionalText('link'),
      body: fields.optionalText('body'),
    }),
  };
  fields.finish();

  return message;
}
