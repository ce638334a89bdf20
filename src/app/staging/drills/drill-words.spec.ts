import { foundWordsOf, insteadWordsOf } from './drill-words';
import { didNotHappen, otherwise } from './judge/evidence';

describe('foundWordsOf', () => {
  it('says of a step that it did not happen, since after a “No” it would read as an order', () => {
    expect(foundWordsOf(didNotHappen('Press “Cancel”.', 'reviewing'))).toBe('Did not happen:');
    expect(foundWordsOf(otherwise('No setting is lost.'))).toBe('No:');
  });
});

describe('insteadWordsOf', () => {
  it('says what a failure means that was shown instead, and nothing of a page without one', () => {
    const evidence = didNotHappen('The page shows: reviewing.', 'not-set-up');

    expect(evidence.what).toBe('The page shows: reviewing. Shown instead: not-set-up.');
    expect(insteadWordsOf(evidence)).toBe("This sign-in method isn't available here.");
    expect(insteadWordsOf(didNotHappen('The page shows: done.', 'reviewing'))).toBe('');
    expect(insteadWordsOf(otherwise('No setting is lost.'))).toBe('');
  });
});
