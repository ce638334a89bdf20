export interface TraceState {
  readonly search: string;
  /** The flow whose events alone are shown. */
  readonly flow: number | undefined;
  readonly selectedId: number | undefined;
  /** Whether e-mails, phone numbers and ids are shown as they are. */
  readonly isRevealed: boolean;
}

export const initialTraceState: TraceState = {
  search: '',
  flow: undefined,
  selectedId: undefined,
  isRevealed: false,
};

export const searchedFor = (search: string): Partial<TraceState> => ({ search });
export const flowChosen = (flow: number | undefined): Partial<TraceState> => ({ flow });
export const selected = (selectedId: number): Partial<TraceState> => ({ selectedId });
export const revealedIs = (isRevealed: boolean): Partial<TraceState> => ({ isRevealed });
