import type { Shape } from '@/i18n/shape';
import type zh from './vocabulary.zh';

const vocabulary: Shape<typeof zh> = {
  command: {
    submit: 'Submit',
    approve: 'Approve',
    return: 'Return for changes',
    reject: 'Reject',
    issue: 'Issue',
    measures: 'Confirm measures',
    'gas-test': 'Enter gas test',
    'fire-watch-on': 'Watcher on site',
    'fire-watch-off': 'Watcher leaves',
    start: 'Start',
    suspend: 'Suspend now',
    resume: 'Resume',
    finish: 'Hot work finished',
    close: 'No residual fire, close',
    cancel: 'Cancel permit',
    amend: 'Add welders or machines',
    'site-visit': 'Record the visit',
    countersign: 'Countersign',
    'work-leader-opinion': 'Sign as work leader',
    briefing: 'Sign the briefing',
    'briefing-received': 'Sign as briefed',
    'shift-check': 'Shift leader’s check',
    'watch-tap': 'I am here',
    'substitute-watch': 'I take over the watch',
  },
  event: {
    create: 'Made',
    change: 'Draft changed',
    copy: 'Copied',
    extend: 'Extension asked for',
    expire: 'Ran out',
    'hand-over': 'Taken over by its extension',
    'occupier-confirmation': 'Confirmed by the occupier',
    'take-in': 'Taken in as the plant has issued it',
    suspend: 'Work suspended',
    'watch-tap': 'Watcher showed presence',
    'substitute-watch': 'Watch taken over',
    'tap-missed': 'Watcher did not show presence',
    'gas-test-missed': 'Gas test missed',
    remind: 'Approver reminded',
  },
};

export default vocabulary;
