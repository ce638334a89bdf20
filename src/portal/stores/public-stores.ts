import type { Connection } from '../../app/identity/connection';
import type { SignedInAccountStore } from '../../app/linking/account/signed-in-account-store';
import type { LinkingStore } from '../../app/linking/link-page/store/linking-store';
import type { UnlinkStore } from '../../app/linking/unlink/unlink-store';
import type * as given from './ligature-stores';

/** What a portal gets of a link: the store's own progress, and commands that take nothing but what it has shown. */
export function publicLinking(
  store: InstanceType<typeof LinkingStore>,
  connections: readonly Connection[],
): given.LinkingStore {
  const asConfigured = (offer: given.ConnectionOffer): Connection => {
    const connection = connections.find(({ name }) => name === offer.name);
    if (connection === undefined)
      throw new RangeError(`No connection ${offer.name} is configured.`);

    return connection;
  };

  return {
    progress: store.progress,
    signIn: (offer) => store.signIn({ connection: asConfigured(offer) }),
    chooseDirection: store.chooseDirection,
    link: (agreed) => {
      const review = store.progress();
      const isTheSame = review.phase === 'reviewing' && review === agreed;
      if (isTheSame && review.plan.blockers.length === 0) store.link(review);
    },
    tryAgain: (offer) => store.tryAgain(asConfigured(offer)),
    restart: store.restart,
  };
}

/** The same of an unlink. */
export function publicUnlinking(
  store: InstanceType<typeof UnlinkStore>,
  account: InstanceType<typeof SignedInAccountStore>,
): given.UnlinkStore {
  return {
    allowUnlink: store.allowUnlink,
    progress: store.progress,
    review: (method) => {
      const read = account.read();
      if (read.status !== 'read') return;
      const identity = read.account.identities.find((each) => each === method);
      if (identity !== undefined) store.review(read.account, identity);
    },
    dismiss: store.dismiss,
    unlink: (agreed) => {
      const review = store.progress();
      if (review.phase === 'reviewing' && review.plan === agreed) store.unlink(review.plan);
    },
  };
}
