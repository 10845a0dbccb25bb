import { recencyWords } from '@domain/recency/words.en';
import { suspensionWords } from '@domain/registry/suspension-words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  standing: {
    title: 'My standing',
    intro:
      'Whether you are suspended, why and until when, and how to appeal; and where you say that you worked elsewhere.',
    noWelder: 'Your account belongs to no welder.',
    fine: 'You are not suspended.',
    none: 'No suspension on record',
    suspensions: 'Suspensions',
    suspend: 'Suspend',
    suspendHow:
      'The welder gets no power meanwhile, and a job that runs ends at once. The welder and their employers read the reason; the welder may appeal, and another official answers.',
    reason: 'Reason',
    untilOn: 'The last day',
    until: 'Until {day}',
    by: 'Decided by {name} at {time}',
    appealTo: 'You may appeal once until {day}. Another official answers; the suspension goes on meanwhile.',
    appeal: 'What you say against it',
    appealHow: 'Write what is not true, and what shows it.',
    send: 'Send the appeal',
    appealed: 'Appeal ({time}): {text}',
    answerDue: 'The authority answers by {time}',
    answered: 'Answer ({name}, {time}): {text}',
    closed: 'Lifted by {name} at {time}: {text}',
    over: 'Over since {time}',
    how: 'Write why; the welder reads it.',
    recency: 'At the trade',
    since: 'Last known: {day} ({basis}), {days} days ago',
    recencyOver:
      'Nothing on record for longer than the rules allow. The rules of special work ask for a practical test before work; whoever worked elsewhere says so here. It is a warning and refuses nobody.',
    recencyFine: 'Without a newer record by {day} the welder and the employer are told.',
    declare: 'State practice',
    kind: 'What',
    workedOn: 'The last day of work, or of the test',
    place: 'Where and for whom, or who held the test',
    save: 'Send',
    declared: '{day} {kind}: {place} ({name})',
    reveal: 'Show the numbers',
    revealHow: 'Write what for. It stays on record for good, and the welder sees who looked and why.',
    revealed: 'Identity number {idNumber}, phone {phone}',
    state: suspensionWords.state,
    command: suspensionWords.command,
    basis: recencyWords.basis,
    recencyKind: recencyWords.kind,
  },
};

export default texts;
