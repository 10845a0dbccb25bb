import { Injectable } from '@nestjs/common';
import { oddLines, parseChipCsv } from '../../../domain/registry/numbers/chip-csv';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Sealer } from '../../../platform/database/sealer';
import { Ids } from '../../../platform/time/ids';
import { CHIP_SECRET } from '../chip-secrets.reader';
import type { ChipImportView } from './chip.dto';
import { ChipStore } from './chip.store';

/** Takes in a maker's list: good lines come in, and every other one is named with what is wrong with it. */
@Injectable()
export class ImportChips {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly chips: ChipStore,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ caller, at }: Request, csv: string): Promise<ChipImportView> {
    const { good, bad } = parseChipCsv(csv);
    const warned = oddLines(good);
    const sealed = good.map((line) => ({ ...line, secretSealed: this.sealer.seal(CHIP_SECRET, line.secretHex) }));
    return this.uow.run(caller.scope, async (tx) => {
      const accepted = await this.chips.insert(tx, sealed, at);
      const known = good
        .filter(({ chipNo }) => !accepted.has(chipNo))
        .map(({ line }) => ({ line, code: 'chip.exists' }));
      const rejected = [...bad, ...known].sort((a, b) => a.line - b.line);
      this.journal.record(tx, caller, at, [
        {
          action: 'chips.imported',
          entity: 'chip-import',
          entityId: this.ids.next(at),
          after: { accepted: [...accepted], rejected, warned },
        },
      ]);
      return { accepted: accepted.size, rejected, ...(warned.length > 0 && { warned }) };
    });
  }
}
