import { TestBed } from '@angular/core/testing';
import { of, Subject } from 'rxjs';

import type { LinkReceipt } from '../../identity/link/receipt';
import { plainlyDone, type LinkEvent, type LinkResult } from '../../saga/link/link-result';
import { ObservedLink, type ObservedEvent } from './observed-link';

const link = { userId: 'auth0|ada', subject: 'github|7', connection: 'github' };
const receipt = { what: 'link' } as LinkReceipt;

function setUp() {
  const run = new Subject<LinkEvent>();
  const finish = jest.fn(() => of(receipt));
  const observed = TestBed.inject(ObservedLink);
  const seen: ObservedEvent[] = [];
  const page = observed.follow(link, run, finish).subscribe((event) => seen.push(event));

  return {
    observed,
    finish,
    page,
    seen,
    end: (result: LinkResult = plainlyDone): void => {
      run.next({ kind: 'ended', result });
      run.complete();
    },
  };
}

describe('ObservedLink', () => {
  it('is nobody else’s business while its page is there', () => {
    const { observed, seen, end } = setUp();
    end();

    expect(observed.left()).toBeUndefined();
    expect(seen).toEqual([{ kind: 'ended', result: plainlyDone, receipt }]);
  });

  it('goes on when its page is left, and is recorded and told of at its end', () => {
    const { observed, finish, page, end } = setUp();
    page.unsubscribe();
    expect(observed.left()).toEqual({ link });
    end();

    expect(finish).toHaveBeenCalledTimes(1);
    expect(observed.left()).toEqual({ link, result: plainlyDone });
    observed.seen();
    expect(observed.left()).toBeUndefined();
  });

  it('has no receipt where it has not happened', () => {
    const { observed, finish, page, end } = setUp();
    page.unsubscribe();
    end({ kind: 'notDone', code: 'forbidden' });

    expect(finish).not.toHaveBeenCalled();
    expect(observed.left()?.result).toEqual({ kind: 'notDone', code: 'forbidden' });
  });
});
