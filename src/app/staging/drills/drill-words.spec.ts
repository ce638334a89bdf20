import { foundWordsOf } from './drill-words';
import { didNotHappen, otherwise } from './judge/evidence';

describe('foundWordsOf', () => {
  it('says of a step that it did not happen, since after a “No” it would read as an order', () => {
    expect(foundWordsOf(didNotHappen('Press “Cancel”.', []))).toBe('Did not happen:');
    expect(foundWordsOf(otherwise('No setting is lost.'))).toBe('No:');
  });
});
