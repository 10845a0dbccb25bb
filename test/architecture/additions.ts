export interface Addition {
  /** The file in which a member is added. */
  readonly file: string;
  /** What is written there, and what instead. */
  readonly edits: readonly (readonly [text: string, becomes: string])[];
  /** What does not compile any more: each place has to answer. */
  readonly asks: readonly string[];
  /** The same in the web app, which reads the domain. */
  readonly web?: readonly string[];
}

/** A member before the others. So a real one at the end does not move the place where the test plants its own. */
const before = (list: string): readonly [string, string] => [`${list} = [`, `${list} = ['one-more', `];

const wordsOf = (area: string): string[] => [`domain/${area}/words.zh.ts`, `domain/${area}/words.en.ts`];

/** `texts`: the files of texts, each of which has every language; `words`: the files that choose words by language. */
export const additions = (texts: readonly string[], words: readonly string[]): Readonly<Record<string, Addition>> => ({
  'a role': {
    file: 'domain/people/roles.ts',
    edits: [['const TRAITS = {', "const TRAITS = {\n  'one-more': { scope: 'person' },"]],
    asks: wordsOf('people'),
    web: ['shell/home-of.ts'],
  },
  'a kind of violation': {
    file: 'domain/violations/violation-kinds.ts',
    edits: [
      [
        'const DESCRIPTIONS = {',
        "const DESCRIPTIONS = {\n  'one-more': { grade: 'alert', subject: 'machine', forThePolice: false },",
      ],
    ],
    asks: wordsOf('violations'),
  },
  'a kind of violation that does not say whether it is for the police': {
    file: 'domain/violations/violation-kinds.ts',
    edits: [
      ['const DESCRIPTIONS = {', "const DESCRIPTIONS = {\n  'one-more': { grade: 'alert', subject: 'machine' },"],
    ],
    asks: ['domain/violations/violation-kinds.ts'],
  },
  'a state of violations': {
    file: 'domain/violations/violation-kinds.ts',
    edits: [before('VIOLATION_STATES')],
    asks: wordsOf('violations'),
    web: ['ui/state-tones.ts'],
  },
  'a kind of chip event': {
    file: 'domain/arcs/chip-events.ts',
    edits: [before('EVENT_KINDS')],
    asks: ['domain/arcs/chip-events.ts'],
  },
  'a fault of chips': {
    file: 'domain/violations/chip-faults.ts',
    edits: [before('CHIP_FAULTS')],
    asks: ['domain/violations/chip-faults.ts'],
  },
  'a state of permits': {
    file: 'domain/permits/permit.ts',
    edits: [before('PERMIT_STATES')],
    asks: [
      ...wordsOf('permits'),
      'domain/standing/permit-standing.ts',
      'domain/authorization/permit-rules.ts',
      'modules/permit-views/signboard/signboard.ts',
      'modules/permit-views/paper/paper-labels.ts',
      'modules/dashboard/dashboard.texts.ts',
    ],
    web: ['ui/state-tones.ts'],
  },
  'a regime': {
    file: 'domain/permits/permit.ts',
    edits: [before('REGIMES')],
    asks: [...wordsOf('permits'), 'domain/permits/levels.ts', 'modules/permit-views/paper/paper-labels.ts'],
  },
  'what raises a level': {
    file: 'domain/permits/permit.ts',
    edits: [before('CIRCUMSTANCES')],
    asks: wordsOf('permits'),
  },
  'a level that a late case is told to': {
    file: 'domain/violations/escalation.ts',
    edits: [before('ESCALATION_LEVELS')],
    asks: [],
    web: ['features/supervision/words.zh.ts'],
  },
  'a state of sites': {
    file: 'domain/sites/site.ts',
    edits: [before('SITE_STATES')],
    asks: [],
    web: ['features/sites/words.zh.ts'],
  },
  'a level': {
    file: 'domain/permits/levels.ts',
    edits: [['general: [', "general: ['one-more', "]],
    asks: wordsOf('permits'),
  },
  'a state of jobs': {
    file: 'domain/jobs/job.ts',
    edits: [before('JOB_STATES')],
    asks: wordsOf('jobs'),
    web: ['ui/state-tones.ts'],
  },
  'a reason for a job’s end': {
    file: 'domain/jobs/job.ts',
    edits: [before('END_REASONS')],
    asks: ['domain/jobs/job-life-cycle.ts'],
    web: ['features/jobs/phone/words.zh.ts'],
  },
  'a state of machines': {
    file: 'domain/registry/machine.ts',
    edits: [before('MACHINE_STATUSES')],
    asks: [
      ...wordsOf('registry'),
      'domain/standing/machine-standing.ts',
      'domain/authorization/machine-rules.ts',
      'modules/dashboard/dashboard.texts.ts',
    ],
    web: ['ui/state-tones.ts'],
  },
  'a process': {
    file: 'domain/registry/machine.ts',
    edits: [before('PROCESSES')],
    asks: wordsOf('registry'),
  },
  'a kind of certificate': {
    file: 'domain/certificates/certificate.ts',
    edits: [before('CERTIFICATE_KINDS')],
    asks: wordsOf('certificates'),
  },
  'a state of certificates': {
    file: 'domain/certificates/certificate-state.ts',
    edits: [before('CERTIFICATE_STATES')],
    asks: ['domain/permits/named-certificates.ts', 'modules/dashboard/dashboard.texts.ts'],
  },
  'a language': {
    file: 'kernel/language.ts',
    edits: [["LANGUAGES = ['zh-CN', ", "LANGUAGES = ['zh-CN', 'ug', "]],
    asks: [
      'kernel/language.ts',
      ...words,
      'modules/permit-views/paper/print-permit.ts',
      'modules/dashboard/codes/masked-name.ts',
    ],
    web: ['i18n/language.ts', 'i18n/i18n.ts', 'ui/desk/element-words.ts'],
  },
  'a language with its key': {
    file: 'kernel/language.ts',
    edits: [
      ["LANGUAGES = ['zh-CN', ", "LANGUAGES = ['zh-CN', 'ug', "],
      ["KEYS = { 'zh-CN': 'zh', ", "KEYS = { 'zh-CN': 'zh', ug: 'ug', "],
    ],
    asks: [
      'domain/authorization/finding-text.ts',
      'domain/rules/rule-kind.ts',
      'domain/rules/permit-rule-kinds.ts',
      'domain/permits/approval-chain.ts',
      'modules/permit-views/paper/paper-labels.ts',
      ...texts,
    ],
  },
});
