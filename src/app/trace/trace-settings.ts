import { InjectionToken } from '@angular/core';

/** Keeps values by name for the pages of this tab that come after, so that nobody else can read them. */
export interface TabMemory {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
  remove(name: string): void;
  names(): readonly string[];
}

/** Where the trace outlives its page; nowhere, unless the composition root says otherwise. */
export const TRACE_MEMORY = new InjectionToken<TabMemory | undefined>('memory of the trace', {
  factory: () => undefined,
});

/** Whether anything is traced at all; off, unless the composition root says otherwise. */
export const TRACE_IS_ON = new InjectionToken<boolean>('whether the trace is on', {
  factory: () => false,
});
