import { readTime, type SnapshotPart, timeText } from './snapshot-part.ts';

/** The grants that still stand; a token of any other is worth nothing. */
export const liveGrantsPart: SnapshotPart = {
  name: 'liveGrants',
  take: ({ liveGrants }, now) =>
    liveGrants.live(now).map(({ key, expiresAt }) => ({ id: key, expiresAt: timeText(expiresAt) })),
  read: (snapshot) => {
    const grants = snapshot.optionalObjects('liveGrants').map((fields) => {
      const grant = { id: fields.text('id'), expiresAt: readTime(fields, 'expiresAt') };
      fields.finish();

      return grant;
    });

    return ({ liveGrants }, now) => {
      for (const { id, expiresAt } of grants) liveGrants.set(id, true, now, expiresAt);
    };
  },
};
