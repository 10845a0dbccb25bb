import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const SCHEMA = join(__dirname, '../../src/schema');

interface WrittenField {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** The decorator as it is written; null in a row for raw SQL. */
  readonly decorator: { readonly kind: string; readonly type: string | null; readonly nullable: boolean } | null;
}

/** A row as its file says it, read from the text and not from what TypeORM made of it. */
export interface WrittenRow {
  readonly file: string;
  /** The folder: the feature that owns the table. */
  readonly owner: string;
  readonly table: string;
  readonly name: string;
  readonly comment: string;
  readonly raw: boolean;
  readonly fields: readonly WrittenField[];
}

/** Every `src/schema/<feature>/*.row.ts`. */
export const writtenRows = (): WrittenRow[] =>
  readdirSync(SCHEMA, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.row.ts'))
    .sort()
    .map((file) => readRow(file));

function readRow(file: string): WrittenRow {
  const source = ts.createSourceFile(file, readFileSync(join(SCHEMA, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const rows = source.statements.filter((one) => ts.isClassDeclaration(one) || ts.isInterfaceDeclaration(one));
  const [row] = rows;
  if (rows.length !== 1 || !row?.name) throw new Error(`${file}: one row a file`);
  const comment = ts
    .getJSDocCommentsAndTags(row)
    .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '')
    .join(' ');
  const raw = ts.isInterfaceDeclaration(row);
  const entity = raw ? null : /@Entity\('(\w+)'\)/.exec(row.getText())?.[1];
  return {
    file: relative(SCHEMA, join(SCHEMA, file)),
    owner: file.split('/')[0] ?? '',
    table: entity ?? /^Table `(\w+)`/.exec(comment)?.[1] ?? '',
    name: row.name.text,
    comment: comment.replace(/^Table `\w+`\. /, ''),
    raw,
    fields: [...row.members].map((member) => readField(member, source)),
  };
}

function readField(member: ts.ClassElement | ts.TypeElement, source: ts.SourceFile): WrittenField {
  if (!ts.isPropertyDeclaration(member) && !ts.isPropertySignature(member)) throw new Error(member.getText(source));
  const type = member.type?.getText(source) ?? '';
  const [decorator] = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [];
  return {
    name: member.name.getText(source),
    type: type.replace(/ \| null$/, ''),
    nullable: type.endsWith(' | null'),
    decorator: decorator ? readDecorator(decorator, source) : null,
  };
}

function readDecorator({ expression }: ts.Decorator, source: ts.SourceFile): WrittenField['decorator'] {
  if (!ts.isCallExpression(expression)) throw new Error(expression.getText(source));
  const text = expression.getText(source);
  const [first] = expression.arguments;
  const positional = first && ts.isStringLiteral(first) && first.text !== 'identity' ? first.text : null;
  return {
    kind: expression.expression.getText(source),
    type: positional ?? /\btype: '([^']+)'/.exec(text)?.[1] ?? null,
    nullable: /\bnullable: true\b/.test(text),
  };
}

/** `someName` → `some_name`, as the columns are named. */
export const columnName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
