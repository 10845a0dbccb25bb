import { Injectable } from '@nestjs/common';
import type { ChipSettings } from '../../domain/wire/chip-settings';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { ChipCommandQueue } from '../jobs/chip-command-queue';
import { ChipDispatcher, pokeAfterCommit } from '../jobs/chip-dispatcher.port';
import { ChipSettingsStore, type SetSettings } from './chip-settings.store';
import { ShowWire } from './show-wire';
import { configureCommand } from './wire-commands';
import type { WireView } from './wire.dto';

/** Intervals and thresholds for a chip; each setting has a number, by which the chip tells what it keeps. */
@Injectable()
export class ConfigureChip {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: ChipSettingsStore,
    private readonly commands: ChipCommandQueue,
    private readonly dispatcher: ChipDispatcher,
    private readonly show: ShowWire,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  execute({ caller, at }: Request, chipNo: string, wanted: ChipSettings): Promise<Result<WireView, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const regionCode = await this.show.regionOf(tx, chipNo);
      if (regionCode === null) return refused(notFound('chip.unknown'));
      const { sampleMs, idleSampleMs, arcFromA, arcPauseMs } = wanted;
      const values = { sampleMs, idleSampleMs, arcFromA, arcPauseMs };
      const by = { setBy: caller.userId, setAt: at, commandId: this.ids.next(at), error: null };
      const first: SetSettings = { chipNo, no: 1, ...values, ...by };
      const [before] = (await this.settings.insert(tx, first)) ? [] : await this.settings.lock(tx, [chipNo]);
      const next = before ? { ...first, no: before.no + 1 } : first;
      if (before) {
        await this.settings.replace(tx, next);
        await this.commands.withdraw(tx, before.commandId, at);
      }
      await this.commands.enqueue(tx, [configureCommand(next)], at);
      const after = { no: next.no, ...values };
      this.journal.record(tx, caller, at, [
        { action: 'chip.configured', entity: 'chip', entityId: chipNo, regionCode, after },
      ]);
      pokeAfterCommit(tx, this.dispatcher, [chipNo]);
      return ok(await this.show.within(tx, chipNo));
    });
  }
}
