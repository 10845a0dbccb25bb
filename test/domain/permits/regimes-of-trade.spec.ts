import { REGIMES, type Regime } from '../../../src/domain/permits/permit';
import { regimesOf, tooLittleFor } from '../../../src/domain/permits/regimes-of-trade';
import { INDUSTRIES, type Industry } from '../../../src/domain/registry/industry';

describe('inside a chemical enterprise only the chemical permit holds (GB 30871-2022, clause 1)', () => {
  it.each<[string, Regime, Industry[], boolean]>([
    ['its own people, a general one', 'general', ['chemical'], true],
    ['a small one', 'small', ['chemical'], true],
    ['a construction one', 'construction', ['chemical'], true],
    ['a chemical one', 'chemical', ['chemical'], false],
    ['a shop that works at a plant', 'general', ['repair', 'chemical'], true],
    ['a plant that names a shop as the host', 'small', ['chemical', 'commerce'], true],
    ['a shop at home', 'small', ['commerce'], false],
    ['nobody known', 'small', [], false],
  ])('%s', (_, regime, trades, expected) => expect(tooLittleFor(regime, trades)).toBe(expected));

  it('a form never offers what is then refused', () => {
    for (const trade of INDUSTRIES)
      for (const regime of REGIMES)
        expect([trade, regime, regimesOf(trade).includes(regime) && tooLittleFor(regime, [trade])]).toEqual([trade, regime, false]); // prettier-ignore
  });
});
