import { of, Subject } from 'rxjs';

import { openJournal } from '../../../identity/link/journal-opening';
import { continuedLinkReceipt } from '../../../identity/link/receipt';
import { accountWith } from '../../../identity/testing/accounts';
import { plainlyDone, type LinkEvent, type LinkResult } from '../../../saga/link/link-result';
import { SignInError } from '../../../session/sign-in/sign-in-error';
import { ada, google, googleAda, now, proven } from '../../testing/ada';
import { agreeTo, linkingStoreIn } from '../../testing/linking-neighbours';
import { proposal as proposalWithoutSettings, second } from '../../testing/proposed-link';
import { LinkEnding } from './link-ending';
import { LinkPlanner, type PlanningEvent } from './link-planner';

const proposal = {
  ...proposalWithoutSettings,
  second: accountWith(googleAda.userId, new Map([['locale', 'en']])),
};
const session = proven({ exp: now / 1000 + 600 });
const journal = openJournal(new Map(), proposal.second.settings, {
  id: 'a link',
  subject: proposal.second.userId,
  connection: 'google',
  by: 'laptop',
  nowMs: now,
  tokenExpiresAtMs: now + 600_000,
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
  const parties = { kept: { userId: ada.userId } };
  const store = linkingStoreIn(
    {
      saga: {
        link: follow,
        findOut: follow,
        continue: follow,
        undo: follow,
        partiesOf: () => parties,
        partiesToContinue: () => parties,
        ownParty: () => parties.kept,
      },
    },
    { provide: LinkPlanner, useValue: { plan: () => asked(planning) } },
    {
      provide: LinkEnding,
      useValue: {
        of: () => of(continuedLinkReceipt(journal, ada, new Date())),
        returned: () => of(undefined),
      },
    },
  );
  const planned = (event: PlanningEvent): void => planning.forEach((one) => one.next(event));
  const linked = (event: LinkEvent): void => links.forEach((one) => one.next(event));

  return {
    store,
    press: () => store.signIn({ connection: google }),
    planned,
    refuse: () => planning.forEach((one) => one.error(new SignInError('denied'))),
    propose: () => planned({ kind: 'proposed', proposal, session }),
    agree: () => agreeTo(store),
    progress: (phase: 'sending' | 'closing') => linked({ kind: 'phase', phase }),
    end: (result: LinkResult) => linked({ kind: 'ended', result }),
    /** Whether something has been asked whose answer leads on. */
    isAwaited: () => links.some(({ observed }) => observed),
  };
}

type Driver = ReturnType<typeof setUp>;

const results: readonly LinkResult[] = [
  plainlyDone,
  { kind: 'notDone', code: 'forbidden' },
  { kind: 'changed', kept: ada, absorbed: proposal.second },
  { kind: 'open', code: 'busy', journal },
  { kind: 'open', code: 'signed-out', journal },
  { kind: 'unknown', code: 'unreachable' },
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
  signingIn: [press, planned({ kind: 'windowAwaited' })],
  signInUnknown: [press, planned({ kind: 'windowUnseen' })],
  reading: [press, planned({ kind: 'signedIn', result: second, transport: 'popup' })],
  reviewing: [press, propose],
  preparing: agreed,
  sending: [...agreed, progress('sending')],
  closing: [...agreed, progress('closing')],
  unknown: [...agreed, end({ kind: 'unknown', code: 'unreachable' })],
  confirmingPrimary: [...agreed, end({ kind: 'open', code: 'signed-out', journal })],
  failed: [press, (driver) => driver.refuse()],
  done: [...agreed, end(plainlyDone)],
};

const events: Readonly<Record<string, Step>> = {
  'a press on the sign-in': press,
  'a press on the full page': ({ store }) => store.signInOnFullPage(google),
  'a press on cancel': ({ store }) => store.restart(),
  'a window that opens': planned({ kind: 'windowAwaited' }),
  'a window out of sight': planned({ kind: 'windowUnseen' }),
  'an answer': planned({ kind: 'answered' }),
  'a question': planned({ kind: 'message', entry: { status: 'busy' } }),
  'a sign-in': planned({ kind: 'signedIn', result: second, transport: 'popup' }),
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
      `an end: ${result.kind} ${'code' in result ? result.code : ''}`,
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
    if (driver.isAwaited()) driver.end({ kind: 'notDone', code: 'forbidden' });
    else store.restart();
    expect(['idle', 'confirmingPrimary', 'failed']).toContain(store.phase());
  });
});
