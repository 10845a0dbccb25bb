import { Injectable } from '@nestjs/common';
import type { PaperHolder } from '../../domain/outages/paper-entry';
import { parseCode } from '../../domain/registry/code';
import type { Industry } from '../../domain/registry/industry';
import type { FieldError } from '../../kernel/refusal';
import type { Call } from '../../platform/auth/request';
import type { Tx } from '../../platform/database/unit-of-work';
import { RegistryReader, type MachineFacts, type WelderFacts } from '../registry/registry.reader';

export interface Holder extends PaperHolder {
  /** Of the enterprise; none for a self-employed welder. */
  readonly trades: readonly Industry[];
}

export interface NamedOnPaper {
  readonly welderIds: readonly string[];
  readonly machineIds: readonly string[];
  readonly errors: readonly FieldError[];
}

interface Names {
  readonly welderIds: readonly string[];
  readonly machineIds: readonly string[];
}

/** Whose work a paper was for, and whom and what it names. */
@Injectable()
export class PaperSubjects {
  constructor(private readonly registry: RegistryReader) {}

  /** The enterprise of the person who enters it, by account or as a welder employed there; else the self-employed welder's region. */
  async holderOf({ tx, caller }: Call): Promise<Holder> {
    const welder = caller.welderId === null ? null : await this.registry.welderById(tx, caller.welderId);
    const enterpriseId = caller.enterpriseId ?? welder?.enterpriseId ?? null;
    const enterprise = enterpriseId === null ? null : await this.registry.enterpriseById(tx, enterpriseId);
    const regionCode = enterprise?.regionCode ?? welder?.regionCode ?? caller.regionCode ?? '';
    return { enterpriseId, regionCode, trades: enterprise ? [enterprise.industry] : [] };
  }

  /** Machines are the holder's own or a named welder's: nobody explains the arcs of another's machine. */
  async named({ tx, caller }: Call, names: Names, { enterpriseId }: Holder): Promise<NamedOnPaper> {
    const welders = await all(names.welderIds, (one) => this.welder(tx, one));
    const machines = await all(names.machineIds, (one) => this.machine(tx, one));
    const welderIds = idsOf(welders);
    const isTheirs = (machine: MachineFacts): boolean =>
      (enterpriseId !== null && machine.enterpriseId === enterpriseId) ||
      (machine.ownerWelderId !== null && welderIds.includes(machine.ownerWelderId));
    return {
      welderIds,
      machineIds: idsOf(machines),
      errors: [
        ...unknown('welderIds', welders, 'permit.welder-unknown', () => true),
        ...unknown('machineIds', machines, 'paper.machine-not-yours', isTheirs),
        ...(enterpriseId === null && !welderIds.includes(caller.welderId ?? '')
          ? [{ path: 'welderIds', code: 'paper.not-named' }]
          : []),
      ],
    };
  }

  private async welder(tx: Tx, typed: string): Promise<WelderFacts | null> {
    const code = parseCode(typed);
    return (await this.registry.welderById(tx, typed)) ?? (code ? this.registry.welderByCode(tx, code) : null);
  }

  private async machine(tx: Tx, typed: string): Promise<MachineFacts | null> {
    const code = parseCode(typed);
    return (await this.registry.machineById(tx, typed)) ?? (code ? this.registry.machineByCode(tx, code) : null);
  }
}

async function all<T>(names: readonly string[], find: (one: string) => Promise<T | null>): Promise<(T | null)[]> {
  const found: (T | null)[] = [];
  for (const one of names) found.push(await find(one));
  return found;
}

const idsOf = (found: readonly ({ readonly id: string } | null)[]): string[] => [
  ...new Set(found.flatMap((one) => (one ? [one.id] : []))),
];

const unknown = <T>(
  field: string,
  found: readonly (T | null)[],
  code: string,
  fits: (one: T) => boolean,
): FieldError[] => found.flatMap((one, i) => (one !== null && fits(one) ? [] : [{ path: `${field}.${i}`, code }]));
