import { beyondSmall } from '../../../src/domain/permits/beyond-small';
import type { LevelAnswer, Regime } from '../../../src/domain/permits/permit';
import type { Industry } from '../../../src/domain/registry/industry';

const yes = (code: string): LevelAnswer => ({ code, yes: true });
const no = (code: string): LevelAnswer => ({ code, yes: false });

describe('D2 what is too dangerous for a small declaration', () => {
  it.each<[string, Regime, string[], LevelAnswer[], Industry[], string | null]>([
    ['a shop front', 'small', ['small-venue', 'height'], [], ['commerce'], null],
    ['a crowded place', 'small', ['crowded', 'live-in-business'], [], ['commerce'], null],
    ['a cellar', 'small', ['crowded', 'confined-space'], [], ['commerce'], 'place confined-space general'],
    ['a shed of sandwich panels', 'small', ['sandwich-panel'], [], ['repair'], 'place sandwich-panel general'],
    ['the same on a building site', 'small', ['sandwich-panel'], [], ['construction'], 'place sandwich-panel construction'], // prettier-ignore
    ['the same at a shop beside a plant', 'small', ['sandwich-panel'], [], ['repair', 'chemical'], 'place sandwich-panel chemical'], // prettier-ignore
    ['nobody’s enterprise', 'small', ['confined-space'], [], [], 'place confined-space general'],
    ['a tank that held petrol', 'small', [], [yes('flammables-held')], [], 'answer flammables-held general'],
    ['a vessel', 'small', [], [no('flammables-held'), yes('vessels')], [], 'answer vessels general'],
    ['the public looks on', 'small', [], [yes('public-present')], [], null],
    ['all answered no', 'small', [], [no('flammables-held'), no('vessels')], [], null],
    ['a general permit', 'general', ['confined-space'], [yes('flammables-held')], [], null],
  ])('%s', (_, regime, placeKinds, answers, trades, expected) => {
    const found = beyondSmall({ regime, placeKinds, answers }, trades);
    expect(found && `${found.because} ${found.code} ${found.instead}`).toBe(expected);
  });
});
