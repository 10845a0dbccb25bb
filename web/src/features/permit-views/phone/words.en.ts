import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  phone: {
    board: {
      allowed: 'Work allowed',
      unit: 'Unit',
      people: '{n}',
      safe: 'Safety',
      signed: 'Signed by',
      watcherOn: 'Watcher {name} on duty since {time}',
      watcherOff: 'Watcher {name} not on duty',
      noWatcher: 'No watcher',
      measures: '{done} of {all} measures confirmed',
      gasGood: 'Gas test passed (sampled {time})',
      gasGoodExplosion: 'Gas test passed, explosion limit only (sampled {time})',
      gasBad: 'Gas test failed (sampled {time})',
      gasMissing: 'No gas test yet',
      gasNone: 'No gas test on record',
      towards: {
        start: 'until the planned start {time}',
        end: 'until the permit ends {time}',
        watch: 'fire watch until {time}',
      },
      past: {
        start: 'The planned start has come',
        end: 'Time is up; work must stop',
        watch: 'The watch is over, to be closed',
      },
    },
  },
};

export default texts;
