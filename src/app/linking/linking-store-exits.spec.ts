import { TestBed } from '@angular/core/testing';
import { NEVER, of, Subject } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Connection } from '../identity/connection';
import { openJournal } from '../identity/link/journal-opening';
import type { LinkProposal } from '../identity/link/link-plan';
import { continuedLinkReceipt, type LinkReceipt } from '../identity/link/receipt';
import { accountWith } from '../identity/settings/settings.model';
import { ManagementApiService } from '../management-api/management-api-service';
import { plainlyDone, type LinkResult } from '../saga/link-result';
import { LinkSaga, type LinkEvent } from '../saga/link-saga';
import { PasswordlessSignIn } from '../session/message/passwordless-sign-in';
import { PrimaryConfirmation } from '../session/primary/primary-confirmation';
import { PrimarySession } from '../session/primary/primary-session';
import { SecondSession } from '../session/second/second-session';
import { SecondaryAuthService } from '../session/second/secondary-auth-service';
import { SignInError } from '../session/sign-in-error';
import { TenantSession } from '../session/second/tenant-session';
import { LinkEnding } from './link-ending';
import { LinkPlanner, type PlanningEvent } from './link-planner';
import { LinkingStore } from './linking-store';

const now = Date.UTC(2027, 0, 15, 8);
const ada = accountWith('auth0|ada');
const google: Connection = {
  name: 'google',
  strategy: 'google-oauth2',
  label: 'Google',
  transport: 'auto',
};
const policy = {
  confirmWithin: 300,
  allowSwap: true,
  enterpriseMustBePrimary: false,
  reservedMetadata: [],
  metadataPresets: new Map(),
};
const proposal: LinkProposal = {
  first: ada,
  second: accountWith('google-oauth2|115', new Map([['locale', 'en']])),
  connection: google,
  policy,
  now,
  proofExpires: now + 600_000,
};
const session = new SecondSession({ idToken: 'secret', accessToken: 'secret' }, 0, {
  subject: proposal.second.userId,
  issuedAt: now / 1000,
  authenticatedAt: now / 1000,
  emailVerified: true,
  expiresAt: now / 1000 + 600,
});
const journal = openJournal(new Map(), proposal.second.settings, {
  id: 'a link',
  subject: proposal.second.userId,
  connection: 'google',
  by: 'laptop',
  now,
  tokenExpires: now + 600_000,
});

/** A store, and everything that can happen to it: what the person does, and what becomes of what it has asked. */
function setUp() {
  const planning: Subject<PlanningEvent>[] = [];
  const links: Subject<LinkEvent>[] = [];
  const asked = <Event>(all: Subject<Event>[]) => {
    const one = new Subject<Event>();
    all.push(one);

    return one;
  };
  const follow = () => asked(links);
  const parties = { primary: { userId: ada.userId } };
  TestBed.configureTestingModule({
    providers: [
      LinkingStore,
      { provide: LinkPlanner, useValue: { planByPopup: () => asked(planning) } },
      {
        provide: LinkSaga,
        useValue: {
          link: follow,
          findOut: follow,
          continue: follow,
          undo: follow,
          partiesOf: () => parties,
          partiesToContinue: () => parties,
          ownParty: () => parties.primary,
        },
      },
      {
        provide: LinkEnding,
        useValue: {
          reached: (receipt: LinkReceipt) => of(receipt),
          continued: () => of(continuedLinkReceipt(journal, ada, new Date())),
          returned: () => of(undefined),
        },
      },
      { provide: ManagementApiService, useValue: { readAccount: () => of(ada) } },
      {
        provide: PrimarySession,
        useValue: {
          settled: of({ status: 'signedIn', person: { subject: ada.userId, name: 'Ada' } }),
          authenticatedAt: () => of(now / 1000),
        },
      },
      { provide: PrimaryConfirmation, useValue: {} },
      { provide: PasswordlessSignIn, useValue: {} },
      { provide: SecondaryAuthService, useValue: { leaveToSignIn: () => NEVER } },
      { provide: TenantSession, useValue: {} },
      { provide: LIGATURE_CONFIG, useValue: { connections: [google], policy } },
    ],
  });
  const store = TestBed.inject(LinkingStore);
  const planned = (event: PlanningEvent): void => planning.forEach((one) => one.next(event));
  const linked = (event: LinkEvent): void => links.forEach((one) => one.next(event));

  return {
    store,
    press: () => store.signInByPopup({ primary: ada, connection: google }),
    planned,
    refuse: () => planning.forEach((one) => one.error(new SignInError('denied'))),
    propose: () => planned({ kind: 'proposed', proposal, session }),
    agree: () => {
      const review = store.progress();
      if (review.phase === 'reviewing') store.link(review);
    },
    progress: (phase: 'sending' | 'closing') => linked({ kind: 'phase', phase }),
    end: (result: LinkResult) => linked({ kind: 'ended', result }),
    /** Whether something has been asked whose answer leads on. */
    isAwaited: () => links.some(({ observed }) => observed),
  };
}

type Driver = ReturnType<typeof setUp>;

const results: readonly LinkResult[] = [
  plainlyDone,
  { result: 'notDone', code: 'forbidden' },
  { result: 'changed', primary: ada, secondary: proposal.second },
  { result: 'open', code: 'busy', journal },
  { result: 'open', code: 'signed-out', journal },
  { result: 'unknown', code: 'unreachable' },
];

type Step = (driver: Driver) => void;

const press: Step = (driver) => driver.press();
const propose: Step = (driver) => driver.propose();
const agree: Step = (driver) => driver.agree();
const planned =
  (event: PlanningEvent): Step =>
  (driver) =>
    driver.planned(event);
const progress =
  (phase: 'sending' | 'closing'): Step =>
  (driver) =>
    driver.progress(phase);
const end =
  (result: LinkResult): Step =>
  (driver) =>
    driver.end(result);
const agreed = [press, propose, agree];

/** How each phase is reached. */
const phases: Readonly<Record<string, readonly Step[]>> = {
  idle: [],
  signingIn: [press],
  signInUnknown: [press, planned({ kind: 'windowClosed' })],
  reading: [press, planned({ kind: 'signedIn' })],
  reviewing: [press, propose],
  preparing: agreed,
  sending: [...agreed, progress('sending')],
  closing: [...agreed, progress('closing')],
  unknown: [...agreed, end({ result: 'unknown', code: 'unreachable' })],
  confirmingPrimary: [...agreed, end({ result: 'open', code: 'signed-out', journal })],
  failed: [press, (driver) => driver.refuse()],
  done: [...agreed, end(plainlyDone)],
};

const events: Readonly<Record<string, Step>> = {
  'a press on the sign-in': press,
  'a press on the full page': ({ store }) => store.leaveToSignIn(google),
  'a press on cancel': ({ store }) => store.restart(),
  'a window out of sight': planned({ kind: 'windowClosed' }),
  'a sign-in': planned({ kind: 'signedIn' }),
  'a sign-in that is refused': (driver) => driver.refuse(),
  'a proposal': propose,
  'a proof of an unfinished link': planned({ kind: 'provenAgain', primary: ada, journal, session }),
  'a choice of the direction': ({ store }) => store.chooseDirection('keepSecond'),
  'a decision': ({ store }) => store.decide({ key: 'locale', decision: 'theirs' }),
  'a press on the link': agree,
  'a press on continue': ({ store }) => store.continueLink({ journal, primary: ada }),
  'a press on undo': ({ store }) => store.undoFromHere({ kind: 'recorded', journal }),
  'a link on its way': progress('sending'),
  ...Object.fromEntries(
    results.map((result) => [
      `an end: ${result.result} ${'code' in result ? result.code : ''}`,
      end(result),
    ]),
  ),
};

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('LinkingStore, whatever happens in whatever phase', () => {
  it.each(Object.keys(phases))('REL-11: is brought to %s', (phase) => {
    const driver = setUp();
    phases[phase]?.forEach((step) => step(driver));

    expect(driver.store.phase()).toBe(phase);
  });

  it.each(
    Object.keys(phases).flatMap((phase) => Object.keys(events).map((event) => [phase, event])),
  )('REL-11: in %s, %s leads to a phase that has an exit', (phase, event) => {
    const driver = setUp();
    phases[phase]?.forEach((step) => step(driver));
    events[event]?.(driver);
    const { store } = driver;
    const reached = store.phase();

    expect(Object.keys(phases)).toContain(reached);
    // What has been sent ends by itself, and everything else can be left.
    if (driver.isAwaited()) driver.end({ result: 'notDone', code: 'forbidden' });
    else store.restart();
    expect(['idle', 'confirmingPrimary', 'failed']).toContain(store.phase());
  });
});
