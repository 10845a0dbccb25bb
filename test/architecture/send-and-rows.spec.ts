import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SRC = join(__dirname, '../../src');

/** Functions that call both `.send(…)` and `.rows(…)` of a transaction, inner functions counted with their outer one. */
function mixedIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mixed: string[] = [];
  const calls = (node: ts.Node): string[] => {
    const own = ts.isCallExpression(node)
      ? (/\btx\s*\.\s*(send|rows)$/.exec(node.expression.getText())?.[1] ?? '')
      : '';
    const found: string[] = [own];
    ts.forEachChild(node, (child) => void found.push(...calls(child)));
    if (ts.isFunctionLike(node) && found.includes('send') && found.includes('rows'))
      mixed.push(`${file}: ${node.name?.getText() ?? 'a function'}`);
    return found;
  };
  for (const statement of source.statements) calls(statement);
  return mixed;
}

describe('`tx.send` and `tx.rows`', () => {
  it('are seen together, also in an inner function and behind `call`', () => {
    const text = `class A { both(tx) { tx.send('a'); return [1].map(() => tx.rows(A)); } sends(tx) { tx.send(''); } reads(tx) { tx.rows(A); } }
      const other = (call) => { call.tx.send(''); void call.tx.rows(A).find({}); };`;
    expect(mixedIn('x.ts', text)).toEqual(['x.ts: both', 'x.ts: a function']);
  });

  it('never stand in one function: TypeORM waits for each answer, so what was sent before would be waited for too', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(files.flatMap((file) => mixedIn(file, readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
  });
});
