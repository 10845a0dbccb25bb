import type { Instant } from '../../kernel/time';
import type { Process } from '../registry/machine';
import type { RuleBook } from '../rules/rule-book';
import type { Operation } from './certificate';

/** Rule `certificate.operation-for-process`: which 准操项目 a process asks for. */
export type OperationForProcess = Readonly<Partial<Record<Process, Operation>>>;

export const operationsByProcess = (book: RuleBook, at: Instant): OperationForProcess =>
  book.value<OperationForProcess>('certificate.operation-for-process', {}, at);

/** The operation that an arc of the past needed. Null if no rule names its process; any certificate is then enough. */
export function operationFor(process: Process, book: RuleBook, at: Instant): Operation | null {
  const rule = book.find('certificate.operation-for-process', {}, at);
  return (rule?.value as OperationForProcess | undefined)?.[process] ?? null;
}

/** A process that no rule names is covered by nobody's certificate. */
export function coversProcess(operations: readonly Operation[], process: Process, table: OperationForProcess): boolean {
  const needed = table[process];
  return needed !== undefined && operations.includes(needed);
}
