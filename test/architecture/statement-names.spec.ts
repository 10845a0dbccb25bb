import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SRC = join(__dirname, '../../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

interface Statement {
  readonly name: string;
  /** As it is written; a constant belongs to its file, for `SQL` of one file is not `SQL` of another. */
  readonly text: string;
}

/** Every `tx.named('name', text, …)` and `tx.send('name', text, …)` whose name is written out. */
function statementsOf(file: string): Statement[] {
  const source = ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest);
  const found: Statement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [name, sql] = node.arguments;
      const named = ['named', 'send'].includes(node.expression.name.text);
      if (named && name && sql && ts.isStringLiteral(name))
        found.push({
          name: name.text,
          text: ts.isStringLiteralLike(sql) ? sql.text : `${file}: ${sql.getText(source)}`,
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const statements = files.flatMap(statementsOf);

/** A connection prepares a statement once under its name: the second of two texts with one name would be a fault at run time. */
describe('names of prepared statements', () => {
  it('finds them at all', () => {
    expect(statements.length).toBeGreaterThan(100);
  });

  it('stand for one text each', () => {
    const textsOf = (name: string): Set<string> =>
      new Set(statements.filter((one) => one.name === name).map(({ text }) => text));
    expect(statements.filter(({ name }) => textsOf(name).size > 1)).toEqual([]);
  });
});
