import { arcWords } from '@domain/arcs/words.en';
import { certificateWords } from '@domain/certificates/words.en';
import { jobWords } from '@domain/jobs/words.en';
import { peopleWords } from '@domain/people/words.en';
import { permitWords } from '@domain/permits/words.en';
import { registryWords } from '@domain/registry/words.en';
import { violationWords } from '@domain/violations/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './vocabulary.zh';

const vocabulary: Shape<typeof zh> = {
  role: peopleWords.role,
  permit: {
    one: 'Hot-work permit',
    call: {
      missed: '{place}: the fire watcher did not show presence in time; call them or send a substitute now',
      stopped: '{place}: the fire watcher did not answer, and the work was suspended',
    },
    state: permitWords.state,
  },
  regime: permitWords.regime,
  regimeShort: permitWords.regimeShort,
  level: permitWords.level,
  circumstance: permitWords.circumstance,
  job: { state: jobWords.state, arcTime: 'Arc time', burning: 'Arc burning' },
  machine: { state: registryWords.machineState },
  welder: { state: registryWords.welderState },
  enterprise: { state: registryWords.enterpriseState, kind: registryWords.enterpriseKind },
  process: registryWords.process,
  control: registryWords.control,
  industry: registryWords.industry,
  certificate: { state: certificateWords.state, kind: certificateWords.kind, until: 'valid to {date}' },
  operation: certificateWords.operation,
  arc: arcWords,
  violation: violationWords,
};

export default vocabulary;
