import { Injectable } from '@nestjs/common';
import { blocksTheOld, type ReplaceReason } from '../../domain/fitting/chip-block';
import { conflict, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { BindChip } from '../registry/chips/bind-chip';
import { ChipBlocks } from '../registry/chips/chip-blocks';
import { RegistryReader, type MachineFacts } from '../registry/registry.reader';
import type { OpenFittingView, ReplaceChipRequest } from './fitting.dto';
import { FittingStore } from './fitting.store';
import { ShowFitting } from './show-fitting';

type Replaced = { readonly chipNo: string; readonly reason: ReplaceReason } | null;

/** A technician stands before a machine with a chip in hand: it is bound, and the two tests can begin. */
@Injectable()
export class BeginFitting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly chips: BindChip,
    private readonly blocks: ChipBlocks,
    private readonly fittings: FittingStore,
    private readonly show: ShowFitting,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** A chip that the machine has already is tested anew; the fitting that is open on it goes on. */
  execute(request: Request, machineId: string, chipNo: string): Promise<Result<OpenFittingView, Refusal>> {
    return this.uow.attempt(request.caller.scope, async (tx) => {
      const call = { ...request, tx };
      const machine = await this.registry.machineById(tx, machineId);
      if (!machine) return refused(notFound('machine.not-found'));
      const open = await this.fittings.openOf(tx, machineId);
      if (open?.chipNo === chipNo) return ok(await this.show.within(tx, open.id, request.at));
      if (open) return refused(conflict('fitting.open-already'));
      if (machine.chipNo !== chipNo) {
        const bound = await this.chips.fit(call, machineId, chipNo);
        if (!bound.ok) return bound;
      }
      return this.open(call, machine, chipNo, null);
    });
  }

  /** Another chip for the machine that has this one. What is lost, stolen, broken or doubtful is blocked with it. */
  replace(request: Request, chipNo: string, body: ReplaceChipRequest): Promise<Result<OpenFittingView, Refusal>> {
    return this.uow.attempt(request.caller.scope, async (tx) => {
      const call = { ...request, tx };
      const machine = await this.registry.machineOfChip(tx, chipNo);
      if (!machine) return refused(notFound('fitting.chip-on-no-machine'));
      await this.abandonOpen(tx, machine.id, request);
      const loose = await this.chips.takeOff(call, machine.id);
      if (!loose.ok) return loose;
      if (blocksTheOld(body.reason))
        await this.blocks.block(call, [chipNo], { reason: body.reason, note: body.note?.trim() ?? null });
      const bound = await this.chips.fit(call, machine.id, body.byChipNo);
      if (!bound.ok) return bound;
      return this.open(call, machine, body.byChipNo, { chipNo, reason: body.reason });
    });
  }

  private async open(
    call: Call,
    machine: MachineFacts,
    chipNo: string,
    replaced: Replaced,
  ): Promise<Result<OpenFittingView, Refusal>> {
    const { tx, caller, at } = call;
    const id = this.ids.next(at);
    const { id: machineId, regionCode } = machine;
    const nothingYet = { relayOk: false, arcOk: false, withoutTest: null, photoId: null, note: null, lat: null };
    const swap = { replacedChipNo: replaced?.chipNo ?? null, replaceReason: replaced?.reason ?? null };
    const begun = { id, machineId, chipNo, regionCode, byUser: caller.userId, state: 'open' as const, startedAt: at };
    if (!(await this.fittings.insert(tx, { ...begun, ...swap, ...nothingYet, lng: null, endedAt: null })))
      return refused(conflict('fitting.open-already'));
    this.journal.record(tx, caller, at, [
      { action: 'fitting.begun', entity: 'fitting', entityId: id, regionCode, after: { machineId, chipNo, ...swap } },
    ]);
    return ok(await this.show.within(tx, id, at));
  }

  private async abandonOpen(tx: Tx, machineId: string, { at }: Request): Promise<void> {
    const open = await this.fittings.openOf(tx, machineId);
    if (open) await this.fittings.end(tx, open.id, { ...open, state: 'abandoned', endedAt: at });
  }
}
