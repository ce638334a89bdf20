import { TestBed } from '@angular/core/testing';
import { of } from 'rxjs';

import type { Account } from '../../app/identity/account';
import type { Settings } from '../../app/identity/json';
import {
  taskJson,
  taskKey,
  tasksOf,
  type PortalTask,
} from '../../app/identity/settings/portal-task';
import { accountWith } from '../../app/identity/testing/accounts';
import { signedInAccount } from '../../app/linking/testing/signed-in-account';
import { ManagementApiService } from '../../app/management-api/management-api-service';
import { PORTAL_HOOKS } from '../../app/saga/ports/portal-hooks';
import { ModelTenant } from '../../app/saga/testing/tenant';
import { PrimarySession } from '../../app/session/primary/primary-session';
import { TenantClock } from '../../app/session/tokens/tenant-clock';
import { PortalPartNotice } from './portal-part-notice';

const nowMs = Date.UTC(2027, 0, 15, 8);
const taskOf = (id: string, other: string, fields: Partial<PortalTask> = {}): PortalTask => ({
  ...{ id, what: 'link', atMs: nowMs - 1000, kept: 'auth0|ada', other, connection: 'github' },
  ...fields,
});
const first = taskOf('first', 'github|7', { atMs: nowMs - 9000 });
const second = taskOf('second', 'github|8');

/** Ada, with these tasks and two more methods, on a page that opens; `answers`: whether each telling is answered. */
function setUp(tasks: readonly PortalTask[], answers: readonly boolean[] = []) {
  const alone = accountWith(
    'auth0|ada',
    new Map(tasks.map((task) => [taskKey(task), taskJson(task)])),
  );
  const methods = ['github|7', 'github|8'].flatMap((id) => accountWith(id).identities);
  const ada: Account = { ...alone, identities: [...alone.identities, ...methods] };
  const tenant = new ModelTenant([ada], nowMs);
  const given = [...answers];
  const after = jest.fn<Promise<boolean>, [PortalTask]>(() =>
    Promise.resolve(given.shift() ?? true),
  );
  const account = signedInAccount();
  TestBed.configureTestingModule({
    providers: [
      account.provided,
      { provide: PORTAL_HOOKS, useValue: { after } },
      { provide: PrimarySession, useValue: {} },
      { provide: TenantClock, useValue: { now: () => nowMs } },
      {
        provide: ManagementApiService,
        useValue: {
          readAccount: (userId: string) => of(tenant.account(userId)),
          writeSettings: (userId: string, changes: Settings) =>
            of({ outcome: 'ok', value: tenant.write(userId, changes) }),
        },
      },
    ],
  });
  const open = () => {
    const fixture = TestBed.createComponent(PortalPartNotice);
    const root = fixture.nativeElement as HTMLElement;

    return {
      root,
      failure: () => root.querySelector('[data-failure]')?.getAttribute('data-failure'),
      press: () => root.querySelector<HTMLButtonElement>('[data-action="try-again"]')?.click(),
      settled: async () => {
        await fixture.whenStable();
        await new Promise((resolve) => setTimeout(resolve));
        await fixture.whenStable();
      },
      close: () => fixture.destroy(),
    };
  };

  return {
    open,
    after,
    told: () => after.mock.calls.map(([{ id }]) => id),
    read: () => account.receive(tenant.account('auth0|ada')),
    left: () => tasksOf(tenant.account('auth0|ada').settings).map(({ id }) => id),
  };
}

// jsdom draws nothing.
beforeAll(() => (Element.prototype.scrollIntoView = () => undefined));

describe('what a portal is still to be told, on a page', () => {
  it('is told as soon as the account is read, the oldest first, and taken off the record', async () => {
    const { open, read, told, left } = setUp([second, first]);
    const { settled, root, failure } = open();
    read();
    await settled();

    expect(told()).toEqual(['first', 'second']);
    expect(left()).toEqual([]);
    expect(failure()).toBeUndefined();
    expect(root.textContent.trim()).toBe('');
  });

  it('stays open where the portal does not answer, with nothing told before its turn', async () => {
    const { open, read, told, left } = setUp([first, second], [false]);
    const { settled, failure } = open();
    read();
    await settled();
    read();
    await settled();

    expect(told()).toEqual(['first']);
    expect(left()).toEqual(['first', 'second']);
    expect(failure()).toBe('link-not-told');
  });

  it('is told again when somebody asks for it, by the same id, and says when it is done', async () => {
    const { open, read, told, left } = setUp([first], [false]);
    const { settled, failure, press, root } = open();
    read();
    await settled();
    press();
    await settled();

    expect(told()).toEqual(['first', 'first']);
    expect(left()).toEqual([]);
    expect(failure()).toBeUndefined();
    expect(root.querySelector('[role=status]')?.textContent).toBe('Done');
  });

  it('is told once more by itself on the next page that is opened', async () => {
    const { open, read, told } = setUp([first], [false, true]);
    const page = open();
    read();
    await page.settled();
    page.close();
    const next = open();
    await next.settled();

    expect(told()).toEqual(['first', 'first']);
    expect(next.failure()).toBeUndefined();
  });

  it('is not told twice by an account that was read before the answer', async () => {
    const { open, read, told } = setUp([first]);
    const page = open();
    read();
    await page.settled();
    page.close();
    const next = open();
    await next.settled();

    expect(told()).toEqual(['first']);
  });

  it('says of an unlink that it is one', async () => {
    const { open, read } = setUp([taskOf('gone', 'github|9', { what: 'unlink' })], [false]);
    const { settled, failure } = open();
    read();
    await settled();

    expect(failure()).toBe('unlink-not-told');
  });

  it('is taken off the record without a word where it has not happened', async () => {
    const stale = { what: 'unlink', atMs: nowMs - 400_000 } as const;
    const { open, read, told, left } = setUp([taskOf('stale', 'github|7', stale)]);
    const { settled } = open();
    read();
    await settled();

    expect(told()).toEqual([]);
    expect(left()).toEqual([]);
  });
});
