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

const wordsOf = (area: string): string[] => [`domain/${area}/words.zh.ts`, `domain/${area}/words.en.ts`];

/** `texts`: the files of texts, each of which has every language. */
export const additions = (texts: readonly string[]): Readonly<Record<string, Addition>> => ({
  'a role': {
    file: 'domain/people/roles.ts',
    edits: [['  welder: { scope', "  'one-more': { scope: 'person' },\n  welder: { scope"]],
    asks: wordsOf('people'),
    web: ['shell/home-of.ts'],
  },
  'a kind of violation': {
    file: 'domain/violations/violation-kinds.ts',
    edits: [
      [
        "  other: { grade: 'hazard'",
        "  'one-more': { grade: 'alert', subject: 'machine', forThePolice: false },\n  other: { grade: 'hazard'",
      ],
    ],
    asks: wordsOf('violations'),
  },
  'a kind of violation that does not say whether it is for the police': {
    file: 'domain/violations/violation-kinds.ts',
    edits: [
      [
        "  other: { grade: 'hazard'",
        "  'one-more': { grade: 'alert', subject: 'machine' },\n  other: { grade: 'hazard'",
      ],
    ],
    asks: ['domain/violations/violation-kinds.ts'],
  },
  'a state of violations': {
    file: 'domain/violations/violation-kinds.ts',
    edits: [["'closed', 'withdrawn'] as const", "'closed', 'withdrawn', 'one-more'] as const"]],
    asks: wordsOf('violations'),
    web: ['ui/state-tones.ts'],
  },
  'a kind of chip event': {
    file: 'domain/arcs/chip-events.ts',
    edits: [["'moved', 'fault',\n]", "'moved', 'fault', 'one-more',\n]"]],
    asks: ['domain/arcs/chip-events.ts'],
  },
  'a fault of chips': {
    file: 'domain/violations/chip-faults.ts',
    edits: [["'current-without-relay',\n]", "'current-without-relay', 'one-more',\n]"]],
    asks: ['domain/violations/chip-faults.ts'],
  },
  'a state of permits': {
    file: 'domain/permits/permit.ts',
    edits: [["'cancelled', 'expired',\n]", "'cancelled', 'expired', 'one-more',\n]"]],
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
    edits: [["'construction', 'chemical'] as const", "'construction', 'chemical', 'one-more'] as const"]],
    asks: [...wordsOf('permits'), 'domain/permits/levels.ts', 'modules/permit-views/paper/paper-labels.ts'],
  },
  'a level': {
    file: 'domain/permits/levels.ts',
    edits: [["['raised', 'ordinary']", "['raised', 'ordinary', 'one-more']"]],
    asks: wordsOf('permits'),
  },
  'a state of jobs': {
    file: 'domain/jobs/job.ts',
    edits: [["'stopped', 'failed'] as const", "'stopped', 'failed', 'one-more'] as const"]],
    asks: wordsOf('jobs'),
    web: ['ui/state-tones.ts'],
  },
  'a reason for a job’s end': {
    file: 'domain/jobs/job.ts',
    edits: [["'no-answer', 'unlock-refused',\n]", "'no-answer', 'unlock-refused', 'one-more',\n]"]],
    asks: ['domain/jobs/job-life-cycle.ts'],
    web: ['features/jobs/phone/words.zh.ts'],
  },
  'a state of machines': {
    file: 'domain/registry/machine.ts',
    edits: [["'lost', 'scrapped'] as const", "'lost', 'scrapped', 'one-more'] as const"]],
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
    edits: [["  'BRAZING',\n]", "  'BRAZING',\n  'ONE-MORE',\n]"]],
    asks: wordsOf('registry'),
  },
  'a kind of certificate': {
    file: 'domain/certificates/certificate.ts',
    edits: [
      ["'construction', 'special-equipment'] as const", "'construction', 'special-equipment', 'one-more'] as const"],
    ],
    asks: wordsOf('certificates'),
  },
  'a state of certificates': {
    file: 'domain/certificates/certificate-state.ts',
    edits: [["'review-overdue', 'revoked', 'forged',\n]", "'review-overdue', 'revoked', 'forged', 'one-more',\n]"]],
    asks: ['domain/permits/named-certificates.ts', 'modules/dashboard/dashboard.texts.ts'],
  },
  'a language': {
    file: 'kernel/language.ts',
    edits: [["['zh-CN', 'en'] as const", "['zh-CN', 'en', 'ug'] as const"]],
    asks: [
      'kernel/language.ts',
      ...['people', 'permits', 'registry', 'certificates', 'violations'].map((area) => `domain/${area}/words.ts`),
      'modules/permit-views/paper/print-permit.ts',
      'modules/dashboard/codes/masked-name.ts',
    ],
    web: ['i18n/language.ts', 'i18n/i18n.ts', 'ui/desk/element-words.ts'],
  },
  'a language with its key': {
    file: 'kernel/language.ts',
    edits: [
      ["['zh-CN', 'en'] as const", "['zh-CN', 'en', 'ug'] as const"],
      ["{ 'zh-CN': 'zh', en: 'en' } as const", "{ 'zh-CN': 'zh', en: 'en', ug: 'ug' } as const"],
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
