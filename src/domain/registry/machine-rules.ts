import { ok, refused, type Result } from '../../kernel/result';
import type { Control, Process } from './machine';

/** A gas set has no mains to switch: its code is all it gets. Everything electric is switched unless somebody says otherwise. */
export function controlFor(process: Process, asked: Control | undefined): Result<Control, 'machine.gas-is-code-only'> {
  if (process !== 'GAS') return ok(asked ?? 'cut');
  return asked === undefined || asked === 'code-only' ? ok('code-only') : refused('machine.gas-is-code-only');
}

export const takesChip = (control: Control): boolean => control !== 'code-only';
