import { readTime, type SnapshotPart, timeText } from './snapshot-part.ts';

/** The browsers that are signed in: theirs are the cookies' values, so they stay signed in. */
export const sessionsPart: SnapshotPart = {
  name: 'sessions',
  take: ({ sessions }, now) =>
    sessions.live(now).map(({ key, value: { startedAt, ...session }, expiresAt }) => ({
      id: key,
      ...session,
      startedAt: timeText(startedAt),
      expiresAt: timeText(expiresAt),
    })),
  read: (snapshot) => {
    const read = snapshot.optionalObjects('sessions').map((fields) => {
      const session = {
        id: fields.text('id'),
        identity: fields.text('identity'),
        connection: fields.text('connection'),
        startedAt: readTime(fields, 'startedAt'),
        expiresAt: readTime(fields, 'expiresAt'),
      };
      fields.finish();

      return session;
    });

    return ({ sessions }, now) => {
      sessions.clear();
      for (const { id, expiresAt, ...session } of read) sessions.set(id, session, now, expiresAt);
    };
  },
};
