import { pseudoParts, usePseudoLanguage } from './pseudo-language';

describe('the pseudo-language', () => {
  afterEach(() => {
    delete $localize.translate;
  });

  it('accents a text, makes it longer, and puts it in brackets', () => {
    expect(pseudoParts(['Sign in'])).toEqual(['⟦Šîîĝñ îîñ⟧']);
  });

  it('leaves what stands between the parts, and their number', () => {
    expect(pseudoParts(['Hello ', '!'])).toEqual(
      ['⟦Ĥéélļôô ', '!⟧'].map((part) => part.replaceAll('l', 'ļ')),
    );
  });

  it('reaches only what people read of a plural', () => {
    const [plural] = pseudoParts(['{VAR_PLURAL, plural, =1 {1 day} other {{INTERPOLATION} days}}']);

    expect(plural).toBe('{VAR_PLURAL, plural, =1 {⟦1 ďààý⟧} other {⟦{INTERPOLATION} ďààýš⟧}}');
  });

  it('is what marked texts are from then on, without what is said to translators', () => {
    usePseudoLanguage();
    const name = 'Ada';

    expect($localize`:A greeting:Hi ${name}:name:: we meet`).toBe(
      '⟦Ĥîî Ada: ŵéé ɱéééét⟧'.replace('t', 'ţ'),
    );
  });
});
