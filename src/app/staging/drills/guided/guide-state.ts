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
  (change: (guide: Choosing) => Guide): Patch =>
  ({ guide }) => ({ guide: guide.status === 'choosing' ? change(guide) : guide });

export const askingFor = (who: Who): Patch =>
  whileChoosing(({ drill, proven }) => ({ status: 'choosing', drill, proven, asking: who }));
export const provenFor = (who: Who, name: string): Patch =>
  whileChoosing(({ drill, proven }) => ({
    status: 'choosing',
    drill,
    proven: { ...proven, [who]: name },
  }));
export const refused = (problem: GuideProblem): Patch =>
  whileChoosing(({ drill, proven }) => ({ status: 'choosing', drill, proven, problem }));
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
