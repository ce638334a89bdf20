import type { Drill, Who } from '../catalogue/drill';
import type { Guide, GuideProblem, ProvenNames } from '../judge/guide';

export interface GuideState {
  readonly guide: Guide;
}

type Choosing = Extract<Guide, { status: 'choosing' }>;
type Patch = (state: GuideState) => GuideState;

/** Nobody goes through a drill. */
export const noGuide: GuideState = { guide: { status: 'none' } };

export const choosing = (drill: Drill): GuideState => ({
  guide: { status: 'choosing', drill, proven: {} },
});

/** A change that is one only while accounts are chosen: whoever has left is not called back. */
const whileChoosing =
  (change: (guide: Choosing) => Partial<Choosing>): Patch =>
  ({ guide }) => {
    if (guide.status !== 'choosing') return { guide };
    const { status, drill, proven } = guide;

    return { guide: { status, drill, proven, ...change(guide) } };
  };

export const askingFor = (who: Who): Patch => whileChoosing(() => ({ asking: who }));
export const provenFor = (who: Who, name: string): Patch =>
  whileChoosing(({ proven }) => ({ proven: { ...proven, [who]: name } }));
export const refused = (problem: GuideProblem): Patch => whileChoosing(() => ({ problem }));
export const preparing = (drill: Drill): GuideState => ({ guide: { status: 'preparing', drill } });
export const going = (drill: Drill, proven: ProvenNames): GuideState => ({
  guide: { status: 'going', drill, proven },
});
/** The accounts could not be given what the drill needs: they are chosen still. */
export const notPrepared = (drill: Drill, proven: ProvenNames): GuideState => ({
  guide: { status: 'choosing', drill, proven, problem: 'not-prepared' },
});
export const puttingBack = (drill: Drill): GuideState => ({
  guide: { status: 'puttingBack', drill },
});
