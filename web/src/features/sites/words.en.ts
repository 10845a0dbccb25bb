import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  sites: {
    hoursRule: 'As the rule says',
    state: { entered: 'To confirm', confirmed: 'Confirmed', changed: 'Change to confirm', withdrawn: 'Withdrawn' },
  },
  workshops: {
    title: 'Fixed work points',
    sub: 'Your own workshop: once confirmed, no permit for each job for a year',
    subConfirm: 'Workshops of self-employed welders and repair shops: check on the spot, then confirm',
    intro:
      'A grid worker checks it on the spot and the county’s regulator confirms it. Then work here needs no permit each time, for a year. Certificates, machine checks and opening hours still count.',
    own: 'My fixed work points',
    none: 'You have not asked for a fixed work point yet',
    ask: 'Ask for a fixed work point',
    again: 'Ask again',
    name: 'Name of the place',
    nameHint: 'For example: my workshop in East Street',
    here: 'Ask while you stand in it: your position is its middle.',
    radius: 'Radius',
    kinds: 'Which kinds of place is it? (none: leave empty)',
    send: 'Send the request',
    metres: 'within {n} m',
    askedAt: 'asked for {time}',
    state: { asked: 'To confirm', confirmed: 'Confirmed', refused: 'Refused', over: 'Over', ended: 'Closed' },
    grid: 'Grid worker checks on the spot',
    county: 'The county’s regulator confirms',
    waits: 'Still to do',
    doneAt: 'confirmed {time}',
    because: 'Why it was refused',
    endedAt: 'Closed since {time}',
    validTo: 'valid until {time}',
    mayStart: 'At the workshop scan the machine’s code: work starts without a permit.',
    noneToSee: 'No requests wait',
    owner: 'Asked for by',
    size: 'Radius and kinds',
    confirm: 'Checked on the spot: confirm',
    confirmDesk: 'Confirm',
    goThere: 'Go to the workshop to confirm it.',
    othersTurn: 'You have confirmed it; the county’s regulator has yet to.',
    refuse: 'Refuse',
    refuseHow: 'The reason is told to whoever asked. They may ask again.',
    reason: 'Why it is refused',
    ofWelder: 'Self-employed welder',
    panel: 'Requests for fixed work points',
    panelHow:
      'Self-employed welders and repair shops ask, a grid worker checks on the spot, and you confirm. It holds for a year. Both are needed.',
  },
};

export default texts;
