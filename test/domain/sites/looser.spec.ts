import type { DayHours } from '../../../src/kernel/day-hours';
import { looser } from '../../../src/domain/sites/looser';
import type { SiteFacts } from '../../../src/domain/sites/site';

const before: SiteFacts = {
  trade: 'chemical',
  kinds: ['crowded', 'sandwich-panel'],
  area: { circle: { lat: 34, lng: 113, radiusM: 200 } },
  openingHours: { from: '09:00', to: '21:00' },
};
const circle = (radiusM: number, lat = 34): SiteFacts['area'] => ({ circle: { lat, lng: 113, radiusM } });
const hours = (from: string, to: string): DayHours => ({ from, to });

describe('D1 what makes a site looser is an official’s to change', () => {
  it.each<[string, Partial<SiteFacts>, string[]]>([
    ['nothing changed', {}, []],
    ['a kind more', { kinds: ['crowded', 'sandwich-panel', 'height'] }, []],
    ['a kind less', { kinds: ['crowded'] }, ['kinds']],
    ['a kind for another', { kinds: ['crowded', 'height'] }, ['kinds']],
    ['a weaker trade', { trade: 'commerce' }, ['trade']],
    ['a building site for a plant', { trade: 'construction' }, ['trade']],
    ['a larger circle', { area: circle(300) }, []],
    ['a smaller circle', { area: circle(199) }, ['area']],
    ['a moved circle', { area: circle(200, 34.001) }, ['area']],
    ['moved and large enough to hold the old one', { area: circle(320, 34.001) }, []],
    ['open longer', { openingHours: hours('08:00', '22:00') }, []],
    ['open past midnight', { openingHours: hours('09:00', '02:00') }, []],
    ['never closed', { openingHours: hours('00:00', '24:00') }, []],
    ['opens later', { openingHours: hours('10:00', '21:00') }, ['opening-hours']],
    ['closes earlier', { openingHours: hours('09:00', '20:59') }, ['opening-hours']],
    ['open at other hours', { openingHours: hours('21:00', '09:00') }, ['opening-hours']],
    ['hours no longer told', { openingHours: null }, ['opening-hours']],
    ['all at once', { kinds: [], trade: 'other', area: circle(10), openingHours: null }, ['trade', 'kinds', 'area', 'opening-hours']],
  ])('%s', (_, change, expected) => expect(looser(before, { ...before, ...change })).toEqual(expected)); // prettier-ignore

  it('hours told for the first time may be shorter than the rule’s', () => {
    const untold = { ...before, openingHours: null };
    expect(looser(untold, { ...untold, openingHours: hours('10:00', '12:00') })).toEqual(['opening-hours']);
    expect(looser(untold, { ...untold, openingHours: hours('00:00', '24:00') })).toEqual([]);
  });

  it('among trades that ask for nothing special', () => {
    const shop: SiteFacts = { ...before, trade: 'commerce' };
    expect(looser(shop, { ...shop, trade: 'catering' })).toEqual([]);
    expect(looser(shop, { ...shop, trade: 'construction' })).toEqual([]);
  });
});
