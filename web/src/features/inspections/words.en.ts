import { inspectionWords } from '@domain/inspections/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  inspection: {
    ...inspectionWords,
    drawState: { published: 'List published', committed: 'Both committed', drawn: 'Drawn', void: 'Void' },
    due: 'Due',
    officers: 'Officers',
    target: 'Target',
    checks: 'Checklist',
    answer: { yes: 'Yes', no: 'No', 'not-applicable': 'Not here' },
    findings: 'What was found',
    noFindings: 'Nothing was found',
    signedBy: 'Signed by {name}',
    result: 'Published result',
  },
};

export default texts;
