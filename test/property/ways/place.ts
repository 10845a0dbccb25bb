import type { Board } from '../oracle/world';
import { always, onPermit, row, set, strict, type Way, type When } from './way';

const BOARD: Board = { of: 'this-place', kind: 'printed', photo: true, ageMinutes: 0 };

/** Without a position, with a scan of a signboard instead. */
const scanned = (board: Partial<Board>, bindsBoard = true): Way['change'] =>
  set({ spot: 'none', board: { ...BOARD, ...board }, bindsBoard });

const watched: When = (c) => onPermit(c) && strict(c) && c.watcher === 'watcher';

/** Where people stand, and how they show it: D7, D29, fixed places. */
export const PLACE: readonly Way[] = [
  row('D7 board', 'the signboard that the watcher bound, with a photo', watched, scanned({}), 2),
  row('D7 board', 'the signboard that nobody bound', watched, scanned({}, false)),
  row('D7 board', 'the signboard, without a photo', watched, scanned({ photo: false })),
  row('D7 board', 'the signboard of another permit', watched, scanned({ of: 'another' })),
  row('D7 board', "the code of this minute on the watcher's phone", watched, scanned({ kind: 'minute-code' }, false)),
  row(
    'D7 board',
    "a code of ten minutes ago from the watcher's phone",
    watched,
    scanned({ kind: 'minute-code', ageMinutes: 10 }, false),
  ),
  row(
    'D7 board',
    'a fixed place, its signboard that nobody bound',
    (c) => c.permitted === 'area' && strict(c),
    scanned({}, false),
    4,
  ),
  row('D7 place', 'no position', strict, set({ spot: 'none' }), 2),
  row('D7 place', '0,0', strict, set({ spot: 'zero' })),
  row('D7 place', 'accuracy 5,000 m from afar', strict, set({ spot: 'coarse' })),
  row('D7 place', '1 km away', always, set({ spot: 'far' })),
  row('D7 place', 'just inside', always, set({ spot: 'edge-in' })),
  row('D7 place', 'just outside', strict, set({ spot: 'edge-out' })),
  row('D7 place', 'radius 2,000 m, 1 km away', (c) => onPermit(c) && strict(c), set({ radiusM: 2_000, spot: 'far' })),
  row(
    'D7 watch',
    'watcher signs on without position',
    (c) => onPermit(c) && strict(c) && c.watcher === 'watcher',
    set({ watchSpot: 'none' }),
  ),
  row(
    'D7 watch',
    'watcher signs on 1 km away',
    (c) => onPermit(c) && strict(c) && c.watcher === 'watcher',
    set({ watchSpot: 'far' }),
  ),
  row(
    'D7 watch',
    'watcher signs on with 5,000 m accuracy',
    (c) => onPermit(c) && strict(c) && c.watcher === 'watcher',
    set({ watchSpot: 'coarse' }),
  ),
  row(
    'D29 region',
    'region of the wish: a town that only observes',
    (c) => onPermit(c) && c.town === 'strict',
    (c) => ({ ...c, regionElsewhere: true, spot: 'none' }),
    2,
  ),
  row(
    'D29 region',
    'region of the wish, at the right place',
    (c) => onPermit(c) && c.town === 'strict',
    set({ regionElsewhere: true }),
  ),
  row('area', 'over', (c) => c.permitted === 'area', set({ areaHoursLeft: -1 }), 4),
  row('area', 'small hours left', (c) => c.permitted === 'area', set({ areaHoursLeft: 2 }), 2),
];
