import { always, before, large, onPermit, row, set, strict, type Way } from './way';

/** Who watches, what was ticked, how far the permit got: D17. */
export const WATCH: readonly Way[] = [
  row(
    'D30 twice',
    'the watcher stands watch at another point',
    (c) => large(c) && c.watcher === 'watcher' && c.workers === 'firm',
    set({ elsewhere: 'watcher' }),
  ),
  row(
    'D30 twice',
    'the welder is named in another permit, too',
    (c) => large(c) && c.watcher === 'watcher' && c.workers === 'firm',
    set({ elsewhere: 'welder' }),
  ),
  row(
    'D17 training',
    'watcher without training',
    (c) => onPermit(c) && c.watcher === 'watcher',
    set({ watcher: 'untrained-watcher' }),
    2,
  ),
  row('watch', 'the welder watches himself', onPermit, set({ watcher: 'welder' })),
  row(
    'watch',
    'never signs on',
    (c) => onPermit(c) && strict(c) && c.watcher === 'watcher',
    set({ watchSpot: 'never' }),
  ),
  row('watch', 'leaves', (c) => onPermit(c) && c.watcher === 'watcher', before({ kind: 'watch-off', by: 'watcher' })),
  row(
    'watch',
    'leaves and comes back',
    (c) => onPermit(c) && c.watcher === 'watcher',
    before(
      { kind: 'watch-off', by: 'watcher' },
      { kind: 'watch-on', spot: 'there' },
      { kind: 'resume', by: 'watcher' },
    ),
  ),
  row('measures', 'all but one', onPermit, set({ measures: 'all-but-one' })),
  row('measures', 'none', onPermit, set({ measures: 'none' })),
  row(
    'measures',
    'ticked by the manager at the desk',
    (c) => onPermit(c) && c.watcher === 'watcher',
    set({ measures: 'by-manager' }),
  ),
  row('standing', 'never started', onPermit, set({ starter: 'nobody' })),
  row('standing', 'started by the head', onPermit, set({ starter: 'head' })),
  row('standing', 'suspended', onPermit, (c) => before({ kind: 'suspend', by: 'safety' })(c)),
  row(
    'standing',
    'suspended and resumed',
    onPermit,
    before({ kind: 'suspend', by: 'watcher' }, { kind: 'measures' }, { kind: 'resume', by: 'watcher' }),
  ),
  row(
    'measures',
    'not looked at again after a stop',
    (c) => onPermit(c) && c.watcher === 'watcher',
    before({ kind: 'suspend', by: 'watcher' }, { kind: 'resume', by: 'watcher' }),
  ),
  row('standing', 'finished', onPermit, (c) =>
    before({ kind: 'finish', by: c.watcher === 'watcher' ? 'watcher' : 'applicant' })(c),
  ),
  row('standing', 'cancelled before the start', onPermit, (c) =>
    before({ kind: 'cancel', by: 'applicant' })({ ...c, starter: 'nobody', applicant: 'applicant' }),
  ),
  row('standing', 'no permit at all', always, set({ permitted: 'nothing' })),
  row(
    'noise',
    'people try what is not theirs',
    onPermit,
    set({ noise: ['approve-by-watcher', 'issue-early', 'edit-after-submit'] }),
    2,
  ),
];
