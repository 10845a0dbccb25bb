import type { Process } from '../registry/machine';
import type { Operation } from './certificate';

/** Rule `certificate.operation-for-process`: which 准操项目 a process asks for. */
export type OperationForProcess = Readonly<Partial<Record<Process, Operation>>>;

/** A process that no rule names is covered by nobody's certificate. */
export function coversProcess(operations: readonly Operation[], process: Process, table: OperationForProcess): boolean {
  const needed = table[process];
  return needed !== undefined && operations.includes(needed);
}
