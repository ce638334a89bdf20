import { expiringPart } from './expiring-part.ts';
import { readTimeMs, formatTimeMs } from './snapshot-part.ts';

/** The browsers that are signed in: theirs are the cookies' values, so they stay signed in. */
export const sessionsPart = expiringPart({
  name: 'sessions',
  of: ({ signIns: { sessions } }) => sessions,
  write: ({ startedAtMs, ...session }) => ({ ...session, startedAt: formatTimeMs(startedAtMs) }),
  read: (fields) => ({
    identity: fields.text('identity'),
    connection: fields.text('connection'),
    startedAtMs: readTimeMs(fields, 'startedAt'),
  }),
});
