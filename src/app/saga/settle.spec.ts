import { firstValueFrom, Observable, of, Subject, throwError } from 'rxjs';

import type { TenantFailure } from '../identity/failure';
import type { WriteOutcome } from '../identity/write-outcome';
import { ManagementApiError } from '../management-api/management-api-error';
import { reconcile, settle } from './settle';

const because = (outcome: 'refused' | 'notSent' | 'unknown', code: TenantFailure) => ({
  outcome,
  reason: new ManagementApiError(code),
});
const notReadable = throwError(() => new ManagementApiError('unreachable'));

function setUp(
  written: WriteOutcome<unknown, ManagementApiError>,
  account: Observable<boolean> = of(false),
) {
  const reads = jest.fn();
  const read = new Observable<boolean>((subscriber) => {
    reads();

    return account.subscribe(subscriber);
  });

  return { reads, result: firstValueFrom(settle(of(written), ['conflict'], read)) };
}

describe('settle', () => {
  it.each<[string, WriteOutcome<unknown, ManagementApiError>, object]>([
    ['ok', { outcome: 'ok', value: [] }, { result: 'done' }],
    ['a refusal', because('refused', 'forbidden'), { result: 'notDone', code: 'forbidden' }],
    ['not sent', because('notSent', 'offline'), { result: 'notDone', code: 'offline' }],
  ])('takes a clear answer without asking further: %s', async (_case, written, expected) => {
    const { reads, result } = setUp(written);

    await expect(result).resolves.toEqual(expected);
    expect(reads).not.toHaveBeenCalled();
  });

  it.each([
    ['unknown', 'unreachable'],
    ['unknown', 'tenant-error'],
    ['unknown', 'unreadable'],
    ['refused', 'conflict'],
  ] as const)('asks the account once after %s: %s', async (outcome, code) => {
    const written = because(outcome, code);
    const asWished = setUp(written, of(true));
    const notAsWished = setUp(written, of(false));

    await expect(asWished.result).resolves.toEqual({ result: 'done' });
    await expect(notAsWished.result).resolves.toEqual({ result: 'notDone', code });
    expect(asWished.reads).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['unknown', 'unreachable'],
    ['unknown', 'tenant-error'],
    ['unknown', 'unreadable'],
    ['refused', 'conflict'],
  ] as const)(
    'says neither done nor failed after %s: %s, when the account cannot be read',
    async (outcome, code) => {
      const { result } = setUp(because(outcome, code), notReadable);

      await expect(result).resolves.toEqual({ result: 'unknown', code });
    },
  );
});

describe('settle, when nobody listens any more', () => {
  it('follows what has been sent to its end', () => {
    const written = new Subject<WriteOutcome<unknown, ManagementApiError>>();
    const reads = jest.fn();
    const read = new Observable<boolean>(reads);
    settle(written, [], read).subscribe().unsubscribe();
    expect(written.observed).toBe(true);
    written.next(because('unknown', 'unreachable'));

    expect(reads).toHaveBeenCalledTimes(1);
  });

  it('sends nothing before anybody listens', () => {
    const send = jest.fn();
    settle(new Observable(send), [], of(false));

    expect(send).not.toHaveBeenCalled();
  });
});

describe('reconcile', () => {
  it.each<[string, Observable<boolean>, object]>([
    ['done when the account is as wished', of(true), { result: 'done' }],
    ['not done when it is not', of(false), { result: 'notDone', code: 'unreachable' }],
    ['unknown when it cannot be read', notReadable, { result: 'unknown', code: 'unreachable' }],
  ])('is %s', async (_case, account, expected) => {
    await expect(firstValueFrom(reconcile(account, 'unreachable'))).resolves.toEqual(expected);
  });
});
