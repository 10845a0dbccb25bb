import { Injectable } from '@nestjs/common';
import type { MachineDraft } from '../../../domain/imports/judge/machine-draft';
import { Journal } from '../../../platform/audit/journal';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { CodeRegistry } from '../code-registry';
import { auditedMachine } from '../machines/machine.mapper';
import type { ExternalCode } from '../codes/code.store';
import { MachineStore, type Machine } from '../machines/machine.store';
import { registryEvent } from '../registry-event';
import { listedSticker } from './take-in-stickers';
import type { TakenInBy } from './taken-in-by';

export type NewMachine = MachineDraft & { readonly warnings: readonly string[] };

/** Registers machines of a list. Each has its audit entry and event, so that its history begins as any other's does. */
@Injectable()
export class TakeInMachines {
  constructor(
    private readonly machines: MachineStore,
    private readonly codes: CodeRegistry,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** The ids, in the order of the drafts. Throws where one of them is registered already. */
  async execute(tx: Tx, { actor, at }: TakenInBy, drafts: readonly NewMachine[]): Promise<string[]> {
    const ids = drafts.map(() => this.ids.next(at));
    const codes = await this.codes.issueEach(tx, 'machine', ids, at);
    // nobody stood before a machine of a list: its facts are claimed until somebody does
    const machines = drafts.map((draft, i): Machine => ({
      ...draft,
      ...{ id: ids[i]!, code: codes.get(ids[i]!)!, warnings: [...draft.warnings] },
      ...{ enterpriseName: null, chipNo: null, status: 'in-service', version: 1, factsClaimedAt: at, createdAt: at },
      ...{ lat: null, lng: null, placeName: null },
    }));
    await this.machines.insertMany(tx, machines);
    await this.codes.keepExternals(tx, stickersOf(drafts, ids), at);
    this.journal.record(
      tx,
      actor,
      at,
      machines.map((machine) => ({
        action: 'machine.registered',
        entity: 'machine',
        entityId: machine.id,
        regionCode: machine.regionCode,
        after: { ...auditedMachine(machine), source: 'import' },
      })),
      machines.map((machine) => registryEvent('machine', machine, { status: machine.status })),
    );
    return ids;
  }
}

const stickersOf = (drafts: readonly NewMachine[], ids: readonly string[]): ExternalCode[] =>
  drafts.flatMap(({ externalCode }, i) => (externalCode === null ? [] : [listedSticker(externalCode, ids[i]!)]));
