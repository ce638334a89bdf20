import { expiringPart } from './expiring-part.ts';
import { readTime, timeText } from './snapshot-part.ts';

/** The browsers that are signed in: theirs are the cookies' values, so they stay signed in. */
export const sessionsPart = expiringPart({
  name: 'sessions',
  of: ({ signIns: { sessions } }) => sessions,
  write: ({ startedAt, ...session }) => ({ ...session, startedAt: timeText(startedAt) }),
  read: (fields) => ({
    identity: fields.text('identity'),
    connection: fields.text('connection'),
    startedAt: readTime(fields, 'startedAt'),
  }),
});
