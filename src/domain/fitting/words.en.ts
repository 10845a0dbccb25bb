import type { FittingWords } from './words.zh';

export const fittingWords: FittingWords = {
  state: { open: 'Being fitted', done: 'Fitted', abandoned: 'Not finished' },
  appointment: { planned: 'Planned', done: 'Fitted', missed: 'Did not work out', cancelled: 'Cancelled' },
  slot: { morning: 'Morning', afternoon: 'Afternoon' },
  reason: {
    lost: 'Lost',
    stolen: 'Stolen',
    broken: 'Broken',
    recalled: 'Recalled by its maker',
    suspected: 'Suspected of being modified',
    upgraded: 'Upgraded',
  },
  lacking: {
    photo: 'No photo of the fitting yet',
    'relay-test': 'Power not tested yet',
    'arc-test': 'Arc sensing not tested yet',
  },
  note: {
    cut: 'Switch the mains off before you touch a wire. The chip goes into the supply of the machine; the current sensor goes around one welding cable, its arrow towards the torch. Close the housing, tighten the tamper screw, then switch the mains on.',
    sense:
      'Engine or battery set: the chip senses and does not cut. The sensor goes around the welding cable, the chip is fed by the machine; with the engine off it goes on by its battery.',
    'code-only': 'Gas sets get a code and no chip. Use “Collect a machine”.',
  },
};
