import { endedByDrills, noteDrillsEnd } from './drills-end';

describe('endedByDrills', () => {
  beforeEach(() => sessionStorage.clear());

  it('is so of sessions from before, and of those whose beginning nobody knows', () => {
    noteDrillsEnd(2000);

    expect([1000, undefined, 3000].map(endedByDrills)).toEqual([true, true, false]);
  });

  it('is not so where no drill has been run', () => {
    expect([1000, undefined].map(endedByDrills)).toEqual([false, false]);
  });
});
