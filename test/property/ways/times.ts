import type { Happening } from '../case';
import {
  after,
  before,
  chemical,
  gasAsked,
  large,
  named,
  onPermit,
  row,
  set,
  strict,
  type Way,
  type When,
} from './way';

/** Done, and the watch after it stood for so long. */
const closed = (minutes: number, close: Omit<Extract<Happening, { kind: 'close' }>, 'kind'>): Way['change'] =>
  after({ kind: 'finish', by: 'watcher' }, { kind: 'wait', minutes }, { kind: 'close', ...close });

const watched: When = (c) => large(c) && strict(c) && c.watcher === 'watcher';

/** When: D10, D11, and what happens at work and after it: D31, D35. */
export const TIMES: readonly Way[] = [
  row(
    'D35 closing',
    'by the watcher, there, with a photo',
    watched,
    closed(62, { by: 'watcher', spot: 'there', photo: true }),
  ),
  row(
    'D35 closing',
    'by the watcher, before the watch is over',
    watched,
    closed(20, { by: 'watcher', spot: 'there', photo: true }),
  ),
  row('D35 closing', 'by the watcher, from afar', watched, closed(62, { by: 'watcher', spot: 'far', photo: true })),
  row(
    'D35 closing',
    'by the watcher, without position',
    watched,
    closed(62, { by: 'watcher', spot: 'none', photo: true }),
  ),
  row(
    'D35 closing',
    'by the watcher, while something glows',
    watched,
    closed(62, { by: 'watcher', spot: 'there', photo: true, fire: true }),
  ),
  row(
    'D35 closing',
    'by the applicant at the desk',
    watched,
    closed(62, { by: 'applicant', spot: 'none', photo: true }),
  ),
  row(
    'D35 closing',
    'by the safety officer, there, with a photo',
    watched,
    closed(62, { by: 'safety', spot: 'there', photo: true }),
  ),
  row(
    'D35 closing',
    'by the safety officer, there, without a photo',
    watched,
    closed(62, { by: 'safety', spot: 'there', photo: false }),
  ),
  row('D31 stop', "an inspector's order", onPermit, after({ kind: 'stop', by: 'inspector' })),
  row('D31 stop', "a regulator's order", onPermit, after({ kind: 'stop', by: 'regulator' })),
  row(
    'extension',
    'asked for, not signed',
    (c) => large(c) && c.regime !== 'construction',
    (c) => after({ kind: 'extend', hours: 2, signed: false }, { kind: 'wait', minutes: c.hours * 60 + 5 })(c),
  ),
  row(
    'extension',
    'asked for and signed',
    (c) => large(c) && c.regime !== 'construction',
    (c) => after({ kind: 'extend', hours: 2, signed: true }, { kind: 'wait', minutes: c.hours * 60 + 5 })(c),
  ),
  row('at work', 'its time is over', onPermit, (c) => after({ kind: 'wait', minutes: c.hours * 60 + 5 })(c)),
  row(
    'D10 raised',
    'special period declared meanwhile',
    (c) => large(c) && c.town === 'strict',
    before({ kind: 'period' }),
    2,
  ),
  row(
    'D11 open',
    'crowded',
    (c) => large(c),
    (c) => ({ ...c, kinds: [...new Set([...c.kinds, 'crowded'])] }),
    2,
  ),
  row('D11 open', 'public entertainment', large, (c) => ({
    ...c,
    kinds: [...new Set([...c.kinds, 'public-entertainment'])],
  })),
  row('D11 open', 'mixed use', large, (c) => ({ ...c, kinds: [...new Set([...c.kinds, 'mixed-use'])] })),
  row('D11 open', 'small venue', onPermit, (c) => ({ ...c, kinds: [...new Set([...c.kinds, 'small-venue'])] })),
  row('D11 open', 'public assembly', large, (c) => ({ ...c, kinds: [...new Set([...c.kinds, 'public-assembly'])] })),
  row(
    'period',
    'longer than allowed',
    onPermit,
    (c) => ({ ...c, hours: { small: 5, general: 9, construction: 24, chemical: 73 }[c.regime] }),
    1.5,
  ),
  row('period', 'begins in three hours', onPermit, set({ leadMinutes: 180 })),
  row('period', 'asked for 40 days ahead', onPermit, set({ leadMinutes: 40 * 1_440 })),
  row(
    'period',
    'over by now',
    (c) => onPermit(c) && c.way === 'job',
    (c) => before({ kind: 'wait', minutes: c.hours * 60 + 1 })(c),
  ),
  row('at work', 'gas goes bad', gasAsked, (c) =>
    after({
      kind: 'gas',
      test: { age: 0, readings: c.gases.length ? named(c, 1.5) : [{ gas: 'combustible', value: 60, unit: '%LEL' }] },
    })(c),
  ),
  row(
    'at work',
    'the watcher leaves',
    (c) => onPermit(c) && c.watcher === 'watcher',
    after({ kind: 'watch-off', by: 'watcher' }),
  ),
  row('at work', 'suspended', onPermit, after({ kind: 'suspend', by: 'safety' })),
  row(
    'D10 at work',
    'special period declared',
    (c) => large(c) && c.town === 'strict',
    after({ kind: 'period' }, { kind: 'wait', minutes: 2 }),
    2,
  ),
  row('D10 at work', 'night begins', (c) => chemical(c) && c.phase === 'dusk', after({ kind: 'wait', minutes: 37 }), 6),
];
