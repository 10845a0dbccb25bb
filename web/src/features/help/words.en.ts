import { helpWords } from '@domain/help/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  help: {
    ...helpWords,
    title: 'Duty desk',
    intro:
      'Whoever is refused and taps “Ask the duty desk” appears here. Look at the reasons; help with what can be put right at once. What may be let pass is let pass for some hours, with a reason. Nobody waives certificate, permit, gas test, watcher or a stop order.',
    waiting: 'Waiting',
    all: 'All',
    noneWaiting: 'Nobody is waiting. New requests appear by themselves.',
    none: 'No requests yet',
    who: 'Welder',
    what: 'Machine',
    where: 'Enterprise and permit',
    why: 'Why refused',
    waited: 'Waiting for',
    waitedFor: 'waiting for {d}',
    powered: 'power after {d}',
    open: 'Help',
    see: 'Look',
    figures: {
      waiting: 'Waiting now',
      median: 'From refusal to power (median, 30 days)',
      asked: 'Asked in 30 days',
      powered: 'Of them, got power',
      unknown: 'None yet',
    },
    askedBy: 'Asked by',
    askedAt: 'Asked at',
    refusedAt: 'Refused at',
    note: 'Note',
    photo: 'Photo on site',
    takenBy: 'Taken by',
    findings: 'Why it was refused, and how it stands now',
    standing: { stands: 'still so', gone: 'put right' },
    mayGrant: 'may be let pass',
    steps: 'What was done',
    noSteps: 'Nobody has taken it yet',
    openMachine: 'Open the machine',
    openWelder: 'Open the welder',
    openPermit: 'Open the permit',
    answer: 'Say to whoever asked',
    answerHint: 'What to do, whom to ask, how long it takes',
    grantTitle: 'Let pass',
    grantHow:
      'Holds for this welder, this machine and this permit only; power goes off at its end. Your name and reason are kept with the job.',
    hours: 'For how long',
    nHours: '{n} h',
    reason: 'Reason',
    until: 'until {time}',
    phone: {
      title: 'My requests',
      none: 'No requests yet. When a scan is refused, tap “Ask the duty desk”.',
      home: 'Help',
      homeSub: '{n} without an outcome yet',
      waitsHere: 'Please wait where you are: what the duty desk does shows here at once. If it is urgent, call.',
      call: 'Call the duty desk: {phone}',
      again: 'Scan and start again',
      poweredAt: 'Power since {time}',
      close: 'I need no help any more',
      said: 'The duty desk says',
    },
  },
};

export default texts;
