/** A browser of one engine, started with a fresh profile. */
export interface EngineBrowser {
  /** The tabs and windows that are open now, the oldest first. */
  tabs(): Promise<readonly EngineTab[]>;
  newTab(): Promise<EngineTab>;
  close(): Promise<void>;
}

/**
 * A tab or window, as every engine has it. A script is the body of a function that runs in the page; it
 * returns what JSON can hold, or an element for whoever is to click it or to type into it.
 */
export interface EngineTab {
  /** The same for the same tab, each time that it is asked for. */
  readonly id: string;
  open(address: string): Promise<void>;
  /** Makes it the one that is seen. */
  front(): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  run(script: string): Promise<unknown>;
  /** Clicks as a person does: the browser takes it for a person's own. */
  click(script: string): Promise<void>;
  type(script: string, text: string): Promise<void>;
  /** Writes a picture of what is seen to a file. */
  picture(file: string): Promise<void>;
  close(): Promise<void>;
}

export const engineNames = ['firefox', 'webkit'] as const;

export type EngineName = (typeof engineNames)[number];

export interface LaunchOptions {
  /** Whether the browser keeps nothing for any site, as its owner may have set it. */
  readonly siteData: 'kept' | 'refused';
}

/** An engine on this machine. */
export interface Engine {
  readonly name: EngineName | 'chromium';
  launch(options: LaunchOptions): Promise<EngineBrowser>;
}
