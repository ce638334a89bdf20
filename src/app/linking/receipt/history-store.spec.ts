import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';

import { HistorySaga } from '../../saga/settings/history-saga';
import { ada, googleAda } from '../testing/ada';
import { signedInAccount } from '../testing/signed-in-account';
import { HistoryStore } from './history-store';

function setUp() {
  const account = signedInAccount();
  const writes: Subject<undefined>[] = [];
  const remember = jest.fn(() => {
    const write = new Subject<undefined>();
    writes.push(write);

    return write;
  });
  TestBed.configureTestingModule({
    providers: [HistoryStore, account.provided, { provide: HistorySaga, useValue: { remember } }],
  });
  TestBed.inject(HistoryStore);
  TestBed.tick();

  return { account, remember, writes };
}

describe('HistoryStore', () => {
  it('has the account remember what this tab did, each time it has been read', () => {
    const { account, remember, writes } = setUp();
    expect(remember).not.toHaveBeenCalled();
    account.receive(ada);
    TestBed.tick();
    writes[0]?.complete();
    account.read.set({ status: 'failed', code: 'offline' });
    TestBed.tick();
    account.receive(googleAda);
    TestBed.tick();

    expect(remember.mock.calls).toEqual([[ada], [googleAda]]);
  });

  it('writes one thing after the other', () => {
    const { account, remember, writes } = setUp();
    account.receive(ada);
    TestBed.tick();
    account.receive({ ...ada });
    TestBed.tick();
    expect(remember).toHaveBeenCalledTimes(1);
    writes[0]?.complete();

    expect(remember).toHaveBeenCalledTimes(2);
  });
});
