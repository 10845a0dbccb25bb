import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

const SRC = join(__dirname, '../../src');
/** From this number on, what an expression may be is cut: a name such as `id` stands for too much to be a table. */
const MOST = 60;
const known = new WeakMap<ts.Expression, Value[]>();

/** A file with what its names may stand for, by name alone: scopes are not told apart, so too much is seen rather than too little. */
export interface Parsed {
  readonly file: string;
  readonly source: ts.SourceFile;
  /** Initial values of variables. */
  readonly values: ReadonlyMap<string, readonly ts.Expression[]>;
  /** Values of the properties of records and classes. */
  readonly properties: ReadonlyMap<string, readonly ts.Expression[]>;
  readonly functions: ReadonlyMap<string, readonly ts.SignatureDeclaration[]>;
  readonly calls: ReadonlyMap<string, readonly ts.CallExpression[]>;
  readonly imports: ReadonlyMap<string, { readonly name: string; readonly from: string }>;
}

/** An expression in its file, so that its names can be followed. */
export interface Value {
  readonly expression: ts.Expression;
  readonly parsed: Parsed;
}

const read = new Map<string, Parsed | null>();

function importedFile(path: string): Parsed | null {
  if (!read.has(path)) {
    const full = join(SRC, path);
    read.set(path, existsSync(full) ? parsed(path, readFileSync(full, 'utf8')) : null);
  }
  return read.get(path) ?? null;
}

/** The files under `src` that a file imports from. */
export const importedBy = (file: Parsed): Parsed[] =>
  [...new Set([...file.imports.values()].map(({ from }) => from))].flatMap((from) => importedFile(from) ?? []);

export function parsed(file: string, text: string): Parsed {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const values = new Map<string, ts.Expression[]>();
  const properties = new Map<string, ts.Expression[]>();
  const functions = new Map<string, ts.SignatureDeclaration[]>();
  const calls = new Map<string, ts.CallExpression[]>();
  const imports = new Map<string, { name: string; from: string }>();
  const add = <T>(to: Map<string, T[]>, name: string, one: T): void =>
    void to.set(name, [...(to.get(name) ?? []), one]);
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer) add(values, node.name.getText(), node.initializer);
    if ((ts.isPropertyDeclaration(node) || ts.isPropertyAssignment(node)) && node.initializer)
      add(properties, node.name.getText(), node.initializer);
    if (ts.isShorthandPropertyAssignment(node)) add(properties, node.name.text, node.name);
    if (ts.isFunctionLike(node)) add(functions, nameOfFunction(node), node);
    if (ts.isCallExpression(node)) add(calls, calledName(node), node);
    if (ts.isImportSpecifier(node)) {
      const { moduleSpecifier } = node.parent.parent.parent;
      const from = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
      const path = from.startsWith('.') ? `${normalize(join(dirname(file), from))}.ts` : from;
      imports.set(node.name.text, { name: (node.propertyName ?? node.name).text, from: path });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, source, values, properties, functions, calls, imports };
}

/** The name that a function is called by: its own, or that of the variable or property that holds it. */
export function nameOfFunction(node: ts.SignatureDeclaration): string {
  const held = ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent) || ts.isPropertyDeclaration(node.parent);
  return (node.name ?? (held ? (node.parent as ts.NamedDeclaration).name : undefined))?.getText() ?? '';
} // prettier-ignore

/** The last name before the brackets: `run` of `this.work.run(…)`. */
export function calledName({ expression }: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

/** What an expression may be in the end: through variables, arguments, properties, imports and the answers of functions. */
export function valuesOf(value: Value): Value[] {
  const expression = bare(value.expression);
  const here: Value = { expression, parsed: value.parsed };
  const before = known.get(expression);
  if (before) return before;
  known.set(expression, [here]); // a circle ends here
  const found = new Map(
    stepsFrom(here)
      .flatMap(valuesOf)
      .map((one) => [one.expression, one]),
  );
  const all = found.size > 0 ? [...found.values()].slice(0, MOST) : [here];
  known.set(expression, all);
  return all;
}

/** What an expression stands for, one step on; nothing: it stands for itself. */
function stepsFrom({ expression, parsed: at }: Value): Value[] {
  const inFile = (found: readonly ts.Expression[] = []): Value[] =>
    found.map((one) => ({ expression: one, parsed: at }));
  if (ts.isConditionalExpression(expression)) return inFile([expression.whenTrue, expression.whenFalse]);
  if (ts.isBinaryExpression(expression) && /^(\?\?|\|\||&&)$/.test(expression.operatorToken.getText()))
    return inFile([expression.left, expression.right]);
  if (ts.isElementAccessExpression(expression)) return heldBy({ expression: expression.expression, parsed: at });
  if (ts.isPropertyAccessExpression(expression)) return propertyOf(expression.name.text, at);
  if (ts.isCallExpression(expression)) return answersOf(expression, at);
  if (!ts.isIdentifier(expression)) return [];
  const given = givenTo(expression, at) ?? inFile(at.values.get(expression.text));
  return given.length > 0 ? given : imported(expression.text, at);
}

/** Each value that a property of this name has in the file; if it has none, in the files that it imports from. */
function propertyOf(name: string, at: Parsed): Value[] {
  const here = at.properties.get(name);
  if (here) return here.map((expression) => ({ expression, parsed: at }));
  return importedBy(at).flatMap((other) =>
    (other.properties.get(name) ?? []).map((expression) => ({ expression, parsed: other })),
  );
}

function imported(name: string, at: Parsed): Value[] {
  const from = at.imports.get(name);
  const other = from ? importedFile(from.from) : null;
  return other ? (other.values.get(from?.name ?? name) ?? []).map((expression) => ({ expression, parsed: other })) : [];
}

/** What a function of this file, or of one that it imports from, returns. */
function answersOf(call: ts.CallExpression, at: Parsed): Value[] {
  const name = calledName(call);
  const from = at.imports.get(name);
  const home = from ? importedFile(from.from) : at;
  const returned = (home?.functions.get(from?.name ?? name) ?? []).flatMap(returnsOf);
  return home ? returned.map((expression) => ({ expression, parsed: home })) : [];
}

function returnsOf(node: ts.SignatureDeclaration): ts.Expression[] {
  const body = 'body' in node ? (node.body as ts.Node | undefined) : undefined;
  if (!body) return [];
  if (!ts.isBlock(body)) return [body as ts.Expression];
  const found: ts.Expression[] = [];
  const visit = (one: ts.Node): void => {
    if (ts.isReturnStatement(one) && one.expression) found.push(one.expression);
    if (!ts.isFunctionLike(one)) ts.forEachChild(one, visit);
  };
  visit(body);
  return found;
}

/** The arguments that stand for a parameter, or the members that a loop or a callback goes through; null: the name is neither. */
function givenTo(name: ts.Identifier, at: Parsed): Value[] | null {
  for (let node: ts.Node = name; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isForOfStatement(node) && node.initializer.getText().endsWith(` ${name.text}`))
      return heldBy({ expression: node.expression, parsed: at });
    if (!ts.isFunctionLike(node)) continue;
    const index = node.parameters.findIndex((one) => one.name.getText() === name.text);
    if (index >= 0) return argumentsAt(node, index, at);
  }
  return null;
}

function argumentsAt(node: ts.SignatureDeclaration, index: number, at: Parsed): Value[] {
  const call = node.parent;
  if (ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression))
    return heldBy({ expression: call.expression.expression, parsed: at });
  const initial = node.parameters[index]?.initializer;
  const given = (at.calls.get(nameOfFunction(node)) ?? []).flatMap((one) => one.arguments[index] ?? []);
  return [...given, ...(initial ? [initial] : [])].map((expression) => ({ expression, parsed: at }));
}

/** The members of the lists and records that a value may be. */
const heldBy = (value: Value): Value[] =>
  valuesOf(value).flatMap((held) =>
    membersOf(held.expression).map((expression) => ({ expression, parsed: held.parsed })),
  );

export function bare(expression: ts.Expression): ts.Expression {
  const inner =
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isNonNullExpression(expression) ||
    ts.isAwaitExpression(expression);
  return inner ? bare(expression.expression) : expression;
}

function membersOf(expression: ts.Expression): ts.Expression[] {
  if (ts.isArrayLiteralExpression(expression)) return [...expression.elements];
  if (!ts.isObjectLiteralExpression(expression)) return [];
  return expression.properties.filter(ts.isPropertyAssignment).map((one) => one.initializer);
}
