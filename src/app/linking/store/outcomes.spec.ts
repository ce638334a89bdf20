import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { planUnlink } from '../../identity/link/unlink-plan';
import { plainlyDone, type LinkEvent, type LinkResult } from '../../saga/link/link-result';
import type { UnlinkResult } from '../../saga/unlink/run-unlink';
import { UnlinkSaga } from '../../saga/unlink/unlink-saga';
import { LeavingError } from '../../session/sign-in/leaving-error';
import { AccountSwitch } from '../../session/primary/account-switch';
import { SuggestionsStore } from '../suggestions/suggestions-store';
import { ada, google, googleAda, now } from '../testing/ada';
import { adaRead, agreeTo, linkingStoreIn } from '../testing/linking-neighbours';
import { proposal, provideProposal } from '../testing/proposed-link';
import { signedInAccount } from '../testing/signed-in-account';
import { UnlinkStore } from '../unlink/unlink-store';
import { Outcomes, type Outcome } from './outcomes';

const at = '2027-01-15T08:00:00.000Z';
const [{ connection }] = googleAda.identities;

function listen(): readonly Outcome[] {
  const told: Outcome[] = [];
  TestBed.inject(Outcomes).told.subscribe((outcome) => told.push(outcome));

  return told;
}

/** Ada has agreed to link her account at Google. */
function agreed() {
  const ends = new Subject<LinkEvent>();
  const store = linkingStoreIn(
    {
      saga: { link: () => ends },
      account: adaRead(),
      tenantSession: { givenBack: () => undefined },
    },
    provideProposal,
    {
      provide: AccountSwitch,
      useValue: { complete: () => Promise.reject(new LeavingError('offline')) },
    },
  );
  const told = listen();
  store.signIn({ connection: google });

  return {
    told,
    store,
    agree: () => agreeTo(store),
    end: (result: LinkResult) => ends.next({ kind: 'ended', result }),
    settled: () => jest.advanceTimersByTimeAsync(0),
  };
}

function unlinking() {
  const [ends, found] = [new Subject<UnlinkResult>(), new Subject<UnlinkResult>()];
  TestBed.configureTestingModule({
    providers: [
      UnlinkStore,
      signedInAccount().provided,
      { provide: SuggestionsStore, useValue: { decline: () => undefined } },
      { provide: UnlinkSaga, useValue: { unlink: () => ends, findOut: () => found } },
      { provide: LIGATURE_CONFIG, useValue: { policy: { allowUnlink: true } } },
    ],
  });
  const [identity] = googleAda.identities;
  const plan = planUnlink({ ...ada, identities: [...ada.identities, identity] }, identity);
  const store = TestBed.inject(UnlinkStore);
  const told = listen();
  store.unlink(plan);

  return { told, store, plan, ends, found };
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('Outcomes: a link', () => {
  it('is told once, by the id that hooks get, when it has happened', async () => {
    const { told, agree, end, settled } = agreed();
    agree();
    expect(told).toEqual([]);
    end({ ...plainlyDone, id: 'a1' });
    await settled();

    const ids = { kept: ada.userId, absorbed: googleAda.userId };
    expect(told).toEqual([{ kind: 'linked', receipt: { id: 'a1', at, ...ids, connection } }]);
  });

  it('has an id where the account keeps no record of it', async () => {
    const { told, agree, end, settled } = agreed();
    agree();
    end(plainlyDone);
    await settled();

    expect(told).toMatchObject([{ kind: 'linked', receipt: { id: expect.any(String) as string } }]);
  });

  it('is told as well when the person becomes the other account', async () => {
    const { told, store, agree, end, settled } = agreed();
    store.chooseDirection('keepSecond');
    agree();
    end(plainlyDone);
    await settled();

    const { first, second } = proposal;
    expect(told).toMatchObject([
      { kind: 'linked', receipt: { kept: second.userId, absorbed: first.userId } },
    ]);
  });

  it('is told as failed, each time it does', () => {
    const { told, store, agree, end } = agreed();
    agree();
    end({ kind: 'notDone', code: 'busy' });
    store.tryAgain(google);
    end({ kind: 'notDone', code: 'forbidden' });

    expect(told).toEqual([
      { kind: 'failed', code: 'busy' },
      { kind: 'failed', code: 'forbidden' },
    ]);
  });

  it('is not told as failed while nobody knows its end', () => {
    const { told, agree, end } = agreed();
    agree();
    end({ kind: 'unknown', code: 'unreachable' });

    expect(told).toEqual([]);
  });
});

describe('Outcomes: an unlink', () => {
  it('is told once, when it has happened', () => {
    const { told, ends } = unlinking();
    expect(told).toEqual([]);
    ends.next({ kind: 'done', id: 'b2' });

    const ids = { kept: ada.userId, left: googleAda.userId };
    expect(told).toEqual([{ kind: 'unlinked', receipt: { id: 'b2', at, ...ids, connection } }]);
  });

  it('is told as failed', () => {
    const { told, ends } = unlinking();
    ends.next({ kind: 'notDone', code: 'forbidden' });

    expect(told).toEqual([{ kind: 'failed', code: 'forbidden' }]);
  });

  it('is told of when its end is known, however late that is', () => {
    const { told, store, plan, ends, found } = unlinking();
    ends.next({ kind: 'unknown', code: 'unreachable' });
    expect(told).toEqual([]);
    store.findOut({ plan, code: 'unreachable' });
    found.next({ kind: 'done' });

    expect(told).toMatchObject([{ kind: 'unlinked' }]);
  });
});
