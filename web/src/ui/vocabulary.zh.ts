import { arcWords } from '@domain/arcs/words.zh';
import { certificateWords } from '@domain/certificates/words.zh';
import { jobWords } from '@domain/jobs/words.zh';
import { peopleWords } from '@domain/people/words.zh';
import { permitWords } from '@domain/permits/words.zh';
import { registryWords } from '@domain/registry/words.zh';
import { violationWords } from '@domain/violations/words.zh';

/** What the records are called on every page: the words of the platform, and a few that only screens have. */
const vocabulary = {
  role: peopleWords.role,
  permit: {
    one: '动火作业票',
    call: {
      missed: '{place}：监护人没有按时报到，请立即联系或派人接替',
      stopped: '{place}：监护人一直没有报到，作业已暂停',
    },
    state: permitWords.state,
  },
  regime: permitWords.regime,
  regimeShort: permitWords.regimeShort,
  level: permitWords.level,
  circumstance: permitWords.circumstance,
  job: { state: jobWords.state, arcTime: '燃弧时间', burning: '正在燃弧' },
  machine: { state: registryWords.machineState },
  welder: { state: registryWords.welderState },
  enterprise: { state: registryWords.enterpriseState, kind: registryWords.enterpriseKind },
  process: registryWords.process,
  control: registryWords.control,
  industry: registryWords.industry,
  certificate: { state: certificateWords.state, kind: certificateWords.kind, until: '有效期至 {date}' },
  operation: certificateWords.operation,
  arc: arcWords,
  violation: violationWords,
};

export default vocabulary;
