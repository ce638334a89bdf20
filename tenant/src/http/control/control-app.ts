import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { getClock, putClock } from '../../control/clock/clock-endpoints.ts';
import { ControlError, notThere } from '../../control/control-error.ts';
import {
  addFault,
  listFaults,
  removeFault,
  removeFaults,
} from '../../control/faults/fault-endpoints.ts';
import { listPresets, turnPresetOff, turnPresetOn } from '../../control/faults/preset-endpoints.ts';
import { health } from '../../control/health.ts';
import { listCodes, putCode, removeCodes } from '../../control/inbox/code-endpoints.ts';
import { inbox } from '../../control/inbox/inbox-endpoints.ts';
import { rotateKeys } from '../../control/keys.ts';
import {
  addUser,
  allUsers,
  anyUser,
  changeUser,
  linkUser,
  removeUser,
  unlinkUser,
} from '../../control/people/user-endpoints.ts';
import { clearRequests, listRequests } from '../../control/requests/request-endpoints.ts';
import { reset } from '../../control/reset.ts';
import {
  addSession,
  expireOneSession,
  expireSessions,
  listSessions,
} from '../../control/sessions/session-endpoints.ts';
import {
  putAutomaticSignIns,
  listAutomaticSignIns,
} from '../../control/sessions/sign-in-endpoints.ts';
import { changeClient, changeConnection } from '../../control/settings/registration-endpoints.ts';
import { getSettings, putSettings } from '../../control/settings/settings-endpoints.ts';
import {
  getNamedSnapshot,
  listSnapshots,
  putNamedSnapshot,
  removeNamedSnapshot,
  restoreNamedSnapshot,
} from '../../control/snapshots/named-snapshot-endpoints.ts';
import { getSnapshot, putSnapshot } from '../../control/snapshots/snapshot-endpoints.ts';
import { answering, type Tenant, toResponse } from '../hono-adapter.ts';
import { controlErrorReply } from './control-error-reply.ts';
import { controlGuard } from './control-guard.ts';

/** A snapshot of a hundred thousand people is as large. */
const largestBody = 100_000_000;

/**
 * What no real tenant has: a look at its inbox, its people and its requests, ways to make them fail,
 * and a way back to the start.
 */
export function controlApp(tenant: Tenant): Hono {
  const app = new Hono();
  const answer = answering(tenant);

  app.onError((error) => toResponse(controlErrorReply(error)));
  app.use(bodyLimit({ maxSize: largestBody, onError: refuseLargeBody }));
  app.use(controlGuard(tenant));
  app.get('/health', answer(health));
  app.post('/reset', answer(reset));

  app.get('/snapshot', answer(getSnapshot));
  app.put('/snapshot', answer(putSnapshot));
  app.get('/snapshots', answer(listSnapshots));
  app.get('/snapshots/:name', answer(getNamedSnapshot));
  app.put('/snapshots/:name', answer(putNamedSnapshot));
  app.delete('/snapshots/:name', answer(removeNamedSnapshot));
  app.post('/snapshots/:name/restore', answer(restoreNamedSnapshot));

  app.get('/sign-ins', answer(listAutomaticSignIns));
  app.put('/sign-ins', answer(putAutomaticSignIns));

  app.get('/inbox', answer(inbox));
  app.get('/codes', answer(listCodes));
  app.put('/codes', answer(putCode));
  app.delete('/codes', answer(removeCodes));

  app.get('/faults', answer(listFaults));
  app.post('/faults', answer(addFault));
  app.delete('/faults', answer(removeFaults));
  app.get('/faults/presets', answer(listPresets));
  app.post('/faults/presets/:name', answer(turnPresetOn));
  app.delete('/faults/presets/:name', answer(turnPresetOff));
  app.delete('/faults/:id', answer(removeFault));

  app.get('/clock', answer(getClock));
  app.put('/clock', answer(putClock));
  app.get('/requests', answer(listRequests));
  app.delete('/requests', answer(clearRequests));
  app.post('/keys/rotate', answer(rotateKeys));
  app.get('/settings', answer(getSettings));
  app.put('/settings', answer(putSettings));
  app.patch('/clients/:id', answer(changeClient));
  app.patch('/connections/:name', answer(changeConnection));

  app.get('/users', answer(allUsers));
  app.post('/users', answer(addUser));
  app.get('/users/:id', answer(anyUser));
  app.patch('/users/:id', answer(changeUser));
  app.delete('/users/:id', answer(removeUser));
  app.post('/users/:id/identities', answer(linkUser));
  app.delete('/users/:id/identities/:provider/:userId', answer(unlinkUser));

  app.get('/sessions', answer(listSessions));
  app.post('/sessions', answer(addSession));
  app.delete('/sessions', answer(expireSessions));
  app.delete('/sessions/:id', answer(expireOneSession));

  app.all('*', () => {
    throw notThere('such call');
  });

  return app;
}

function refuseLargeBody(): never {
  throw new ControlError(413, 'too_large', `A body has ${largestBody} bytes at most.`);
}
