import { upkeepWords } from '@domain/registry/upkeep-words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  upkeep: {
    ...upkeepWords,
    title: 'Checks and repairs',
    none: 'No check and no repair is on record yet',
    recordCheck: 'Record a check',
    startRepair: 'Send to repair',
    endRepair: 'Record the end of the repair',
    checks: 'Safety checks',
    repairs: 'Repairs',
    checkHow: 'As it stands on the paper, with a photo of it. The latest check says until when the machine is good.',
    repairHow: 'The machine is out of service until the end of the repair is recorded.',
    endHow: 'Say what was done: the machine comes back into service.',
    checkedOn: 'Day of the check',
    checker: 'Firm or person who checked',
    resultTitle: 'Result',
    nextDueOn: 'Next check on (at most {months} months later)',
    note: 'Note (optional)',
    paper: 'Photo of the paper',
    until: 'good until {day}',
    repairer: 'Firm or person who repairs',
    fault: 'What is broken',
    startedOn: 'Sent on',
    endedOn: 'Repaired on',
    work: 'What was done',
    span: '{from} to {to}',
    running: 'since {from}, still being repaired',
    by: 'Recorded by {name}',
  },
};

export default texts;
