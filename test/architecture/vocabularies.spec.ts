import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { isRole } from '../../src/domain/people/roles';

const ROOT = join(__dirname, '../..');
const SRC = join(ROOT, 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

interface Addition {
  /** The file in which a member is added. */
  readonly file: string;
  /** What is written there, and what instead. */
  readonly edits: readonly (readonly [text: string, becomes: string])[];
  /** What does not compile any more: each place has to answer. */
  readonly asks: readonly string[];
}

const wordsOf = (area: string): string[] => [`domain/${area}/words.zh.ts`, `domain/${area}/words.en.ts`];

const ADDITIONS: Readonly<Record<string, Addition>> = {
  'a role': {
    file: 'domain/people/roles.ts',
    edits: [['  welder: { scope', "  'one-more': { scope: 'person' },\n  welder: { scope"]],
    asks: wordsOf('people'),
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
  },
  'a reason for a job’s end': {
    file: 'domain/jobs/job.ts',
    edits: [["'no-answer', 'unlock-refused',\n]", "'no-answer', 'unlock-refused', 'one-more',\n]"]],
    asks: ['domain/jobs/job-life-cycle.ts'],
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
      ...files.filter((file) => file.endsWith('.texts.ts')),
    ],
  },
};

const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config as object;
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
const rootNames = files.map((file) => join(SRC, file));

/** The whole of the source, with one file changed. */
function program(change: { readonly file: string; readonly content: string } | null, old?: ts.Program): ts.Program {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, target, ...rest) => {
    if (change && name === join(SRC, change.file)) return ts.createSourceFile(name, change.content, target, true);
    return old?.getSourceFile(name) ?? read(name, target, ...rest);
  };
  return ts.createProgram({
    rootNames,
    options: { ...options, incremental: false, tsBuildInfoFile: undefined, noEmit: true },
    host,
    oldProgram: old,
  });
}

const complaintsAbout = (of: ts.Program, file: string): number =>
  of.getSemanticDiagnostics(of.getSourceFile(join(SRC, file))).length;

describe('what is added does not compile before each place has answered', () => {
  let whole: ts.Program;
  beforeAll(() => {
    whole = program(null);
  }, 60_000);

  it('as it stands everything compiles', () => {
    const asked = new Set(Object.values(ADDITIONS).flatMap(({ asks }) => asks));
    expect([...asked].filter((file) => complaintsAbout(whole, file) > 0)).toEqual([]);
  }, 60_000);

  it.each(Object.entries(ADDITIONS))(
    '%s',
    (_, { file, edits, asks }) => {
      let content = readFileSync(join(SRC, file), 'utf8');
      for (const [text, becomes] of edits) {
        expect(content).toContain(text);
        content = content.replace(text, becomes);
      }
      const changed = program({ file, content }, whole);
      expect(asks.filter((place) => complaintsAbout(changed, place) === 0)).toEqual([]);
    },
    60_000,
  );
});

/** Here the roles are at home, or are what the file is about: the table of permissions. The demo and the simulator play people. */
const NAMES_ROLES = /^(domain\/people\/roles|modules\/identity\/permissions)\.ts$|^(commands|simulator)\//;

describe('roles', () => {
  it('are listed nowhere but at home: other places ask what a role is', () => {
    const lists = files
      .filter((file) => !NAMES_ROLES.test(file))
      .flatMap((file) => {
        const source = ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest);
        const found: string[] = [];
        const visit = (node: ts.Node): void => {
          if (ts.isArrayLiteralExpression(node)) {
            const names = node.elements.filter((one) => ts.isStringLiteral(one) && isRole(one.text));
            if (names.length > 1) found.push(`${file}: ${node.getText(source)}`);
          }
          ts.forEachChild(node, visit);
        };
        visit(source);
        return found;
      });
    expect(lists).toEqual([]);
  });
});

describe('languages', () => {
  it('are looked up, never compared: a comparison says nothing of the next one', () => {
    const comparing = files.filter((file) => /[!=]==? '(zh|zh-CN|en)'/.test(readFileSync(join(SRC, file), 'utf8')));
    expect(comparing).toEqual([]);
  });
});
