import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { nameOfFunction } from './values-of';

export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** `file#name` of a function, `file#Class.method` of a method. */
type Key = string;

interface ClassOf {
  /** The class or interface of each field and each parameter of the constructor. */
  readonly fields: ReadonlyMap<string, Key>;
  readonly methods: ReadonlySet<string>;
  readonly above: readonly Key[];
}

interface File {
  readonly file: string;
  readonly source: ts.SourceFile;
  /** What a name stands for in this file: the key of its home. */
  readonly home: (name: string) => Key;
}

/**
 * Which function comes to which, across files: through names that are imported, through fields that Nest fills by the class
 * of a constructor's parameter, and through parameters that name a class. An abstract class or interface stands for all that
 * extend it. A mention counts as a call. Not seen: methods of members of lists and of local variables.
 */
export class CallGraph<Mark extends string> {
  private readonly classes = new Map<Key, ClassOf>();
  private readonly below = new Map<Key, Key[]>();
  private readonly marks = new Map<Key, Set<Mark>>();
  private readonly calls = new Map<Key, Set<Key>>();

  /** `markOf` says what a call does itself; functions in `opaque` are not looked into. */
  constructor(
    texts: readonly SourceText[],
    private readonly markOf: (call: ts.CallExpression) => Mark | null,
    private readonly opaque: ReadonlySet<Key> = new Set(),
  ) {
    const files = texts.map(fileOf);
    for (const file of files) this.findClasses(file);
    for (const [key, { above }] of this.classes)
      for (const one of above) this.below.set(one, [...(this.below.get(one) ?? []), key]);
    for (const file of files) this.follow(file);
  }

  /**
   * Functions that come to two marks or more, each with the shortest way to either. A function that only calls one of these
   * is not named again: take what it would come to without them.
   */
  meeting(): { readonly at: Key; readonly ways: ReadonlyMap<Mark, readonly Key[]> }[] {
    const next = new Map([...new Set([...this.marks.values()].flatMap((own) => [...own]))].map((mark) => [mark, this.towards(mark)]));
    const marksOf = (at: Key): Mark[] => [...next].filter(([, from]) => from.has(at)).map(([mark]) => mark);
    const meet = new Set([...this.marks.keys()].filter((at) => marksOf(at).length > 1));
    const alone = (at: Key): number => {
      const others = [...(this.calls.get(at) ?? [])].filter((one) => !meet.has(one) || this.comesTo(one, at));
      return new Set([...(this.marks.get(at) ?? []), ...others.flatMap(marksOf)]).size;
    };
    const wayFrom = (at: Key, from: ReadonlyMap<Key, Key | null>): Key[] => {
      const on = from.get(at);
      return on ? [at, ...wayFrom(on, from)] : [at];
    };
    return [...meet].filter((at) => alone(at) > 1).map((at) => ({ at, ways: new Map(marksOf(at).map((mark) => [mark, wayFrom(at, next.get(mark)!)])) }));
  } // prettier-ignore

  /** Every function from which a mark is reached, with the next one on the way to it; null: it has the mark itself. */
  private towards(mark: Mark): Map<Key, Key | null> {
    const callers = new Map<Key, Key[]>();
    for (const [from, to] of this.calls) for (const one of to) callers.set(one, [...(callers.get(one) ?? []), from]);
    const open = [...this.marks].filter(([at, own]) => own.has(mark) && !this.opaque.has(at)).map(([at]) => at);
    const found = new Map<Key, Key | null>(open.map((at) => [at, null]));
    for (const at of open)
      for (const from of callers.get(at) ?? [])
        if (!found.has(from) && !this.opaque.has(from)) {
          found.set(from, at);
          open.push(from);
        }
    return found;
  }

  private comesTo(from: Key, to: Key, seen = new Set<Key>()): boolean {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return [...(this.calls.get(from) ?? [])].some((one) => this.comesTo(one, to, seen));
  }

  private findClasses({ source, home }: File): void {
    source.forEachChild((node) => {
      if (ts.isInterfaceDeclaration(node)) this.classes.set(home(node.name.text), { fields: new Map(), methods: new Set(), above: [] });
      if (!ts.isClassDeclaration(node) || !node.name) return;
      const fields = new Map<string, Key>();
      const typed = node.members.flatMap((one): readonly (ts.ParameterDeclaration | ts.PropertyDeclaration)[] =>
        ts.isConstructorDeclaration(one) ? one.parameters : ts.isPropertyDeclaration(one) ? [one] : [],
      );
      for (const { name, type } of typed) {
        const named = typeName(type);
        if (named) fields.set(name.getText(), home(named));
      }
      const methods = new Set(node.members.filter(hasBody).map((one) => one.name?.getText() ?? ''));
      const above = (node.heritageClauses ?? []).flatMap(({ types }) => types.map((one) => home(one.expression.getText())));
      this.classes.set(home(node.name.text), { fields, methods, above });
    }); // prettier-ignore
  }

  /** The methods that a call on a class may come to: its own or an inherited one, and those of all classes below. */
  private targets(of: Key, method: string, seen = new Set<Key>()): Key[] {
    const known = this.classes.get(of);
    if (!known || seen.has(of)) return [];
    seen.add(of);
    const own = known.methods.has(method) ? [`${of}.${method}`] : known.above.flatMap((one) => this.targets(one, method, seen));
    return [...own, ...(this.below.get(of) ?? []).flatMap((one) => this.targets(one, method, seen))];
  } // prettier-ignore

  private follow({ file, source, home }: File): void {
    const visit = (node: ts.Node, at: Key | null, within: Key | null, typed: ReadonlyMap<string, Key>): void => {
      const cls = ts.isClassDeclaration(node) && node.name ? home(node.name.text) : within;
      const key = at ?? ownKey(node, file, cls);
      const types = ts.isFunctionLike(node) ? new Map([...typed, ...typesOf(node, home)]) : typed;
      if (key !== null) {
        if (!this.marks.has(key)) this.marks.set(key, new Set());
        const mark = ts.isCallExpression(node) ? this.markOf(node) : null;
        if (mark) this.marks.get(key)?.add(mark);
        for (const one of this.mentioned(node, cls, types, home)) this.call(key, one);
      }
      node.forEachChild((child) => visit(child, key, cls, types));
    };
    source.forEachChild((node) => visit(node, null, null, new Map()));
  }

  private call(from: Key, to: Key): void {
    this.calls.set(from, (this.calls.get(from) ?? new Set()).add(to));
  }

  private mentioned(node: ts.Node, cls: Key | null, types: ReadonlyMap<string, Key>, home: File['home']): Key[] {
    if (ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node.parent)) return [home(node.text)];
    if (!ts.isPropertyAccessExpression(node)) return [];
    const { expression: on, name } = node;
    const isThis = (one: ts.Node): boolean => one.kind === ts.SyntaxKind.ThisKeyword;
    if (isThis(on)) return cls ? this.targets(cls, name.text) : [];
    if (ts.isPropertyAccessExpression(on) && isThis(on.expression)) {
      const field = cls && this.classes.get(cls)?.fields.get(on.name.text);
      return field ? this.targets(field, name.text) : [];
    }
    if (!ts.isIdentifier(on)) return [];
    const type = types.get(on.text);
    return type ? this.targets(type, name.text) : [home(on.text), `${home(on.text)}.${name.text}`];
  }
}

function fileOf({ file, text }: SourceText): File {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imported = new Map<string, Key>();
  for (const one of source.statements) {
    if (!ts.isImportDeclaration(one) || !ts.isStringLiteral(one.moduleSpecifier)) continue;
    const names = one.importClause?.namedBindings;
    if (!names || !ts.isNamedImports(names)) continue;
    const from = `${normalize(join(dirname(file), one.moduleSpecifier.text))}.ts`;
    for (const { name, propertyName } of names.elements) imported.set(name.text, `${from}#${(propertyName ?? name).text}`);
  }
  return { file, source, home: (name) => imported.get(name) ?? `${file}#${name}` };
} // prettier-ignore

/** The outermost function around a node; functions within it count with it. */
function ownKey(node: ts.Node, file: string, cls: Key | null): Key | null {
  if (ts.isFunctionLike(node)) {
    const name = ts.isConstructorDeclaration(node) ? 'constructor' : nameOfFunction(node) || `function at ${node.pos}`;
    return cls ? `${cls}.${name}` : `${file}#${name}`;
  }
  return !cls && ts.isVariableDeclaration(node) && node.initializer ? `${file}#${node.name.getText()}` : null;
}

const hasBody = (member: ts.ClassElement): boolean =>
  ts.isMethodDeclaration(member) || ts.isAccessor(member) ||
  (ts.isPropertyDeclaration(member) && member.initializer !== undefined && ts.isFunctionLike(member.initializer)); // prettier-ignore

/** `Store` of `Store`, `Store[]` and `readonly Store[]`. */
function typeName(type: ts.TypeNode | undefined): string | null {
  if (!type) return null;
  if (ts.isTypeOperatorNode(type)) return typeName(type.type);
  if (ts.isArrayTypeNode(type)) return typeName(type.elementType);
  return ts.isTypeReferenceNode(type) ? type.typeName.getText() : null;
}

const typesOf = (node: ts.SignatureDeclaration, home: File['home']): [string, Key][] =>
  node.parameters.flatMap(({ name, type }): [string, Key][] => {
    const named = typeName(type);
    return named ? [[name.getText(), home(named)]] : [];
  });
