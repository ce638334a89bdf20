import type { DestroyRef, EnvironmentInjector, Type, ViewContainerRef } from '@angular/core';

import { Outcomes } from '../../app/linking/store/outcomes';
import { enterPart, type EnteredPart } from './enter-part';
import type { Part } from './show-part';

/** Where a part is to be shown, and for how long. */
interface Place {
  readonly place: ViewContainerRef;
  readonly part: Part;
  readonly injector: EnvironmentInjector;
  readonly lifetime: DestroyRef;
}

/** Enters Ligature, and shows a part of it, or why it cannot be shown. */
export async function fillPlace({ place, part, injector, lifetime }: Place): Promise<void> {
  const entered = await enterPart(injector, lifetime, part.providers);
  const isPart = entered.status === 'signedIn';
  const component = await (isPart ? part.load() : notice(entered, part));
  if (lifetime.destroyed || component === undefined) return;
  if (isPart && part.hear) entered.injector.get(Outcomes).told.subscribe(part.hear);
  place.createComponent(component, {
    ...('injector' in entered && { environmentInjector: entered.injector }),
    ...(isPart && part.bindings && { bindings: part.bindings }),
  });
}

/** What is shown instead of a part. */
async function notice(
  { status }: EnteredPart,
  { isForSignedIn }: Part,
): Promise<Type<unknown> | undefined> {
  if (status === 'framed') return (await import('../../app/shell/framed/framed')).Framed;
  if (status === 'unusable') return (await import('../pages/unusable-page')).UnusablePage;
  if (isForSignedIn) return undefined;

  return (await import('./parts/sign-in-part')).SignInPart;
}
