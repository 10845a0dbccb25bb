import { Injectable } from '@nestjs/common';
import type { FieldError } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RegistryReader, type WelderFacts } from '../../registry/registry.reader';

export interface NamedSubjects {
  readonly welders: readonly WelderFacts[];
  readonly errors: readonly FieldError[];
}

const GONE = ['scrapped', 'lost'];

/** Welders and machines that a permit names: they must be registered. Whether they may work is asked when they start. */
@Injectable()
export class NamedSubjectsCheck {
  constructor(private readonly registry: RegistryReader) {}

  /** Under the system's scope: a welder from another province may be named. */
  async check(tx: Tx, welderIds: readonly string[], machineIds: readonly string[]): Promise<NamedSubjects> {
    const [welders, machines] = await Promise.all([
      welderIds.length === 0 ? [] : this.registry.weldersById(tx, welderIds),
      machineIds.length === 0 ? [] : this.registry.machinesById(tx, machineIds),
    ]);
    const known = new Set(welders.map(({ id }) => id));
    const usable = new Set(machines.filter(({ status }) => !GONE.includes(status)).map(({ id }) => id));
    return {
      welders,
      errors: [
        ...unknown('welderIds', welderIds, known, 'permit.welder-unknown'),
        ...unknown('machineIds', machineIds, usable, 'permit.machine-unknown'),
      ],
    };
  }
}

const unknown = (field: string, ids: readonly string[], known: ReadonlySet<string>, code: string): FieldError[] =>
  ids.flatMap((id, i) => (known.has(id) ? [] : [{ path: `${field}.${i}`, code }]));
