import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { writtenRows } from './schema-rows';
import { usesIn } from './sql-of';

const SRC = join(__dirname, '../../src');
/** From this number of columns on, an answer takes them from the row. */
const RETYPED_FROM = 3;

export interface Retyped {
  readonly file: string;
  /** The type of the answer, or the type within it, that repeats columns. */
  readonly type: string;
  readonly row: string;
  readonly members: readonly string[];
}

interface Declared {
  readonly file: string;
  readonly name: string;
  readonly node: ts.Node;
}

const ROWS = writtenRows();

const parse = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

/** Every answer of raw SQL under `src` that writes columns of a row again, in the types that the files declare or import. */
export function retypedAnswers(): Retyped[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(modules|gateway|platform|commands)\/.*\.ts$/.test(file))
    .sort();
  const found = files.flatMap((file) => retypedIn(file, readFileSync(join(SRC, file), 'utf8')));
  return [...new Map(found.map((one) => [`${one.file} ${one.type} ${one.row}`, one])).values()];
}

export function retypedIn(file: string, text: string): Retyped[] {
  const source = parse(file, text);
  const answers = answersOf(source);
  if (answers.length === 0) return [];
  const tables = new Set(usesIn(file, text).map(({ table }) => table));
  const rows = ROWS.filter(({ table }) => tables.has(table));
  const literals = answers.flatMap((answer) => literalsIn({ file, name: '(inline)', node: answer }));
  return literals.flatMap(({ declared, members }) =>
    rows.flatMap((row) => {
      const columns = new Map(row.fields.map((one) => [one.name, one.nullable ? `${one.type} | null` : one.type]));
      const same = [...members].filter(([name, type]) => columns.get(name) === type).map(([name]) => name);
      const answer = { file: declared.file, type: declared.name, row: row.name, members: same };
      return same.length >= RETYPED_FROM ? [answer] : [];
    }),
  );
}

/** What stands between the angle brackets of `tx.prepared<…>`, `tx.planned<…>` and `tx.query<…>`. */
function answersOf(source: ts.SourceFile): ts.TypeNode[] {
  const found: ts.TypeNode[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /\.(prepared|planned|query)$/.test(node.expression.getText(source)))
      found.push(...(node.typeArguments ?? []));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

type Literal = { declared: Declared; members: ReadonlyMap<string, string> };

/** The written members of a type, of the types that its parts name, and of those that these name. Types of the domain are its own. */
function literalsIn(declared: Declared, seen = new Set<string>()): Literal[] {
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node))
      found.push({ declared, members: membersOf(node.members) });
    const name = nameOf(node);
    const next = name === null || seen.has(name) ? null : declarationOf(declared.file, node.getSourceFile(), name);
    if (name !== null) seen.add(name);
    if (next) found.push(...literalsIn(next, seen));
    ts.forEachChild(node, visit);
  };
  visit(declared.node);
  return found;
}

function nameOf(node: ts.Node): string | null {
  if (ts.isTypeReferenceNode(node)) return node.typeName.getText();
  if (ts.isExpressionWithTypeArguments(node)) return node.expression.getText();
  return null;
}

/** SQL names columns `some_name`, rows `someName`: both are the same column. */
const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const membersOf = (members: ts.NodeArray<ts.TypeElement>): ReadonlyMap<string, string> =>
  new Map(
    members
      .filter(ts.isPropertySignature)
      .map((one) => [camel(one.name.getText()), (one.type?.getText() ?? '').replace(/^readonly (?=\w+\[\])/, '')]),
  );

function declarationOf(file: string, source: ts.SourceFile, name: string): Declared | null {
  for (const one of source.statements) {
    if ((ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)) && one.name.text === name)
      return { file, name, node: one };
    if (!ts.isImportDeclaration(one)) continue;
    const bindings = one.importClause?.namedBindings;
    const names = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
    const imported = names.find((element) => element.name.text === name);
    if (!imported || !ts.isStringLiteral(one.moduleSpecifier)) continue;
    const from = `${normalize(join(dirname(file), one.moduleSpecifier.text))}.ts`;
    if (/^(modules|gateway|platform|commands)\//.test(from) && existsSync(join(SRC, from)))
      return declarationOf(
        from,
        parse(from, readFileSync(join(SRC, from), 'utf8')),
        (imported.propertyName ?? imported.name).text,
      );
  }
  return null;
}
