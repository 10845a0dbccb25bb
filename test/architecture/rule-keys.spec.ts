import { join, relative } from 'node:path';
import * as ts from 'typescript';
import { RULE_KINDS } from '../../src/domain/rules/rule-catalogue';

const ROOT = join(__dirname, '../..');
const DOMAIN = 'src/domain/';

/** The classes that rules are asked through, and their methods that take a key. */
const ACCESSORS: Readonly<Record<string, readonly string[]>> = {
  RuleBook: ['find', 'value', 'inForce'],
  PermitRules: ['find', 'value'],
};
const METHODS = new Set(Object.values(ACCESSORS).flat());

/** Takes keys from outside, and only those: what somebody proposes may name any key. */
const FROM_OUTSIDE = 'inForce';
const PROPOSALS = 'src/domain/rules/rule-proposal.ts';

interface Asking {
  readonly file: string;
  readonly method: string;
  /** Null where no plain key is written: a constant, a template, a key built or passed on. */
  readonly key: string | null;
  /** File, line and text, to find it by. */
  readonly where: string;
}

const className = (node: ts.Node | undefined): string | undefined =>
  node && ts.isClassDeclaration(node) ? node.name?.text : undefined;

/** Whether this is `find` or `value` of a rule book, not of an array or a store. */
function namesAccessor(checker: ts.TypeChecker, node: ts.Node, method: string): boolean {
  const declared = checker.getSymbolAtLocation(node)?.valueDeclaration;
  return declared !== undefined && (ACCESSORS[className(declared.parent) ?? ''] ?? []).includes(method);
}

/** The accessors pass keys on to each other: `value` of `RuleBook` calls its `find`. */
const isAccessor = (node: ts.Node): boolean =>
  ts.isMethodDeclaration(node) &&
  ts.isIdentifier(node.name) &&
  (ACCESSORS[className(node.parent) ?? ''] ?? []).includes(node.name.text);

function accessed(node: ts.Node): ts.Identifier | ts.PrivateIdentifier | ts.StringLiteralLike | null {
  if (ts.isPropertyAccessExpression(node)) return node.name;
  return ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)
    ? node.argumentExpression
    : null;
}

function askingsOf(source: ts.SourceFile, checker: ts.TypeChecker): Asking[] {
  const file = relative(ROOT, source.fileName);
  const found: Asking[] = [];
  const visit = (node: ts.Node): void => {
    if (isAccessor(node)) return;
    const name = accessed(node);
    if (name && METHODS.has(name.text) && namesAccessor(checker, name, name.text)) {
      const call = ts.isCallExpression(node.parent) && node.parent.expression === node ? node.parent : null;
      const [first] = call?.arguments ?? [];
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({
        file,
        method: name.text,
        key: first && ts.isStringLiteral(first) ? first.text : null,
        where: `${file}:${line} ${(call ?? node).getText().replace(/\s+/g, ' ')}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function askingsOfSource(): Asking[] {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config as object;
  const { fileNames, options } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, ROOT);
  const program = ts.createProgram(fileNames, {
    ...options,
    noEmit: true,
    incremental: false,
    tsBuildInfoFile: undefined,
  });
  const checker = program.getTypeChecker();
  const ours = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(ROOT, 'src/')));
  return ours.flatMap((source) => askingsOf(source, checker));
}

describe('rules are asked for by key', () => {
  let askings: readonly Asking[];
  let fromOutside: readonly Asking[];

  beforeAll(() => {
    const all = askingsOfSource();
    askings = all.filter(({ method }) => method !== FROM_OUTSIDE);
    fromOutside = all.filter(({ method }) => method === FROM_OUTSIDE);
  }, 120_000);

  it('that is written where it is asked for, so that a search for the key finds it', () => {
    expect(askings.filter(({ key }) => key === null).map(({ where }) => where)).toEqual([]);
  });

  it('in one file of the domain: a rule of law has one home', () => {
    const homes = new Map<string, Set<string>>();
    for (const { file, key } of askings)
      if (key !== null && file.startsWith(DOMAIN)) homes.set(key, (homes.get(key) ?? new Set()).add(file));
    const doubled = [...homes].filter(([, files]) => files.size > 1).map(([key, files]) => [key, ...files]);
    expect(doubled).toEqual([]);
  });

  it('and a key from outside only where a proposal is judged', () => {
    expect([...new Set(fromOutside.map(({ file }) => file))]).toEqual([PROPOSALS]);
  });

  it('every key of the catalogue, but for what is kept without being acted upon yet', () => {
    const asked = new Set(askings.map(({ key }) => key));
    const idle = Object.keys(RULE_KINDS).filter((key) => !asked.has(key));
    expect(idle).toEqual(['permit.retention-days']);
  });
});
