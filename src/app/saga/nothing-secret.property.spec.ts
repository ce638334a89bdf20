import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import { lastValueFrom, of } from 'rxjs';

import { accountWith } from '../identity/testing/accounts';
import { fuzzed, fuzzTimeoutMs } from '../identity/testing/fuzz';
import { anyRoots } from '../identity/testing/settings';
import { ManagementApiError } from '../management-api/management-api-error';
import { hubWith, linkSagaIn, second } from './testing/link-saga';

const address = 'ada@example.com';
/** The tokens of both, as the sessions of the model have them. */
const secrets = ['e30.e30.x', 'first’s token', address];

const anyRefusal = fc.option(fc.constantFrom('conflict', 'forbidden', 'rejected', 'signed-out'), {
  nil: undefined,
});

/** Everything that a link has left where it can be read: in the accounts, and in this browser. */
const leftBy = ({ tenant, api }: ReturnType<typeof linkSagaIn>): string =>
  JSON.stringify([
    [...tenant.accounts.values()].map(({ settings }) => [...settings]),
    api.writeSettings.mock.calls.map(([, changes]) => [...changes]),
    Object.entries(localStorage),
    Object.entries(sessionStorage),
  ]);

describe('I6: what a link writes down', () => {
  it(
    'has no token and no address in it, whatever is linked, and whatever is refused',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          anyRoots,
          anyRoots,
          fc.constantFrom('keepFirst', 'keepSecond'),
          anyRefusal,
          async (first, absorbed, direction, refusal) => {
            TestBed.resetTestingModule();
            localStorage.clear();
            const profile = { email: address };
            const port = linkSagaIn({
              ada: accountWith('auth0|ada', first, { profile }),
              hub: { ...hubWith(absorbed), profile },
            });
            if (refusal !== undefined) {
              const reason = new ManagementApiError(refusal);
              port.api.linkIdentity.mockReturnValue(of({ outcome: 'refused', reason }));
            }
            const plan = port.planned(direction);
            await lastValueFrom(port.saga.link(plan, second, 'github'));

            for (const secret of secrets) expect(leftBy(port)).not.toContain(secret);
          },
        ),
        fuzzed(300),
      );
    },
    fuzzTimeoutMs,
  );
});
