import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { nameOfFunction } from '../support/values-of';

const SRC = join(__dirname, '../../src');

type Kind = 'send' | 'rows';
interface Does {
  readonly kinds: Set<Kind>;
  /** Functions of the same file that it calls, by name. */
  readonly calls: Set<string>;
}

/**
 * Functions that come to both `.send(…)` and `.rows(…)` of a transaction: in their own text, inner functions counted with
 * their outer one, or through the functions of the same file that they call.
 */
function mixedIn(file: string, text: string): string[] {
  if (!/\bsend\b/.test(text) || !/\brows\b/.test(text)) return [];
  const does = functionsIn(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  const reached = (name: string, seen = new Set<string>()): Set<Kind> => {
    if (seen.has(name)) return new Set();
    seen.add(name);
    const own = does.get(name);
    return new Set([...(own?.kinds ?? []), ...[...(own?.calls ?? [])].flatMap((one) => [...reached(one, seen)])]);
  };
  return [...does.keys()].filter((name) => reached(name).size === 2).map((name) => `${file}: ${name}`);
}

/** What the functions of a file do, by name; a function without a name counts with the one around it, or by its place. */
function functionsIn(source: ts.SourceFile): Map<string, Does> {
  const does = new Map<string, Does>();
  const of = (name: string): Does => {
    const one = does.get(name) ?? { kinds: new Set(), calls: new Set() };
    does.set(name, one);
    return one;
  };
  const visit = (node: ts.Node, around: readonly string[]): void => {
    const name = ts.isFunctionLike(node) ? nameOfFunction(node) : '';
    const own = name === '' && around.length === 0 ? `function at ${node.pos}` : name;
    const within = ts.isFunctionLike(node) && own !== '' ? [...around, own] : around;
    if (ts.isCallExpression(node)) {
      const kind = /\btx\s*[?!]?\.\s*(send|rows)$/.exec(node.expression.getText())?.[1] as Kind | undefined;
      const called = /^(?:this\s*\.\s*)?(\w+)$/.exec(node.expression.getText())?.[1];
      for (const one of within.map(of)) {
        if (kind) one.kinds.add(kind);
        if (called) one.calls.add(called);
      }
    }
    ts.forEachChild(node, (child) => visit(child, within));
  };
  visit(source, []);
  return does;
}

describe('`tx.send` and `tx.rows`', () => {
  it('are seen together, also in an inner function and behind `call`', () => {
    const text = `class A { both(tx) { tx.send('a'); return [1].map(() => tx.rows(A)); } sends(tx) { tx.send(''); } reads(tx) { tx.rows(A); } }
      const other = (call) => { call.tx.send(''); void call.tx.rows(A).find({}); }; run((tx) => { tx.send(''); tx.rows(A); });`;
    expect(mixedIn('x.ts', text)).toEqual(['x.ts: both', 'x.ts: other', 'x.ts: function at 214']);
  });

  it.each([
    ['a method that sends and calls one that reads', 'class A { go(tx) { tx.send(""); return this.read(tx); } read(tx) { return tx.rows(A); } }', ['go']],
    ['two methods deep', 'class A { go(tx) { this.one(tx); this.read(tx); } one(tx) { this.two(tx); } two(tx) { tx.send(""); } read(tx) { tx.rows(A); } }', ['go']],
    ['a function beside the class', 'class A { go(tx) { put(tx); return tx.rows(A).find({}); } } const put = (tx) => tx.send("");', ['go']],
    ['a circle', 'class A { go(tx) { this.on(tx); tx.send(""); } on(tx) { this.go(tx); tx.rows(A); } }', ['go', 'on']],
    ['one above that only passes it on', 'class A { top(tx) { this.go(tx); } go(tx) { tx.send(""); tx.rows(A); } }', ['top', 'go']],
    ['one that sends, and one that reads, not together', 'class A { go(tx) { this.put(tx); } put(tx) { tx.send(""); } read(tx) { tx.rows(A); } }', []],
    ['the same name on something else', 'class A { go(tx) { tx.send(""); other.read(tx); } read(tx) { tx.rows(A); } }', []],
  ])('are followed through calls within a file: %s', (_, text, expected) => {
    expect(mixedIn('x.ts', text)).toEqual(expected.map((name) => `x.ts: ${name}`));
  }); // prettier-ignore

  it('never stand in one function: TypeORM waits for each answer, so what was sent before would be waited for too', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(files.flatMap((file) => mixedIn(file, readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
  });
});
