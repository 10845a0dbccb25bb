import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  about: {
    title: 'Why there is a sticker on the machine',
    lead: 'It is not there to fine you. It lets certified people start without trouble, and shows a danger before it burns.',
    parts: {
      why: {
        title: 'Why a sticker and a chip',
        text: [
          'Most fires from welding and cutting begin without certificate, without permit, without a watcher. Each machine has one code and one chip. A scan checks three things: a valid certificate, a place where hot work is allowed, a machine in service and inspected.',
          'If all three are in order, power comes within seconds. If not, the phone says what is missing, how to mend it and whom to ask.',
        ],
      },
      stored: {
        title: 'What is stored',
        text: [
          'Who works with which machine, where, from when to when; when the machine was switched and its arc burned, and its current; where the phone was at the scan.',
          'Name, identity number, phone and certificates of the welder. Identity number and phone are encrypted, and pages show only a part.',
          'Some places ask for a photo at the start. It only serves to see that the holder of the certificate is there.',
          'No calls are recorded and no phone is followed: the position is taken only when you open the scan page, take a photo or send something.',
        ],
      },
      kept: {
        title: 'For how long',
        text: [
          'Permits and records of hot work at least one year, as the standards ask; records of starts and arcs as long as the platform’s rules say.',
          'Evidence of a case is kept with the case.',
        ],
      },
      who: {
        title: 'Who sees it',
        text: [
          'A passer-by who scans sees only whether the machine is in order, and nothing about people.',
          'You see all your own records; your enterprise sees its own work; officials see their region. Whoever looked at your full identity number is on record.',
        ],
      },
      refused: {
        title: 'If your scan is refused',
        text: [
          'Read “What to do” under each reason first: most take a few minutes.',
          'If it seems wrong, or you are in a hurry, tap “Ask the duty desk”. The people on duty see every reason. They mend what can be mended, or let pass for some hours what may be let pass; then scan again.',
          'Without network there is a one-time code. While the platform is down, numbered paper issued ahead is used and entered later.',
        ],
      },
      rights: {
        title: 'If a record is wrong',
        text: [
          'Ask your enterprise or the grid worker to correct it. If you disagree with an inspection or a fine, say so on the page of the case, or call the number below.',
        ],
      },
    },
    callTitle: 'Ask by phone',
    call: 'Call {phone}',
    fire: 'In a fire: power off, gas off, everybody out, call 119 at once.',
    back: 'Back',
  },
};

export default texts;
