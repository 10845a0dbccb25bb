import { Injectable } from '@nestjs/common';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import type { ChipPage, ChipQuery } from './chip.dto';
import { ChipStore } from './chip.store';
import { isoTime, isoTimeOrNull } from '../../../kernel/time';

@Injectable()
export class FindChips {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly chips: ChipStore,
  ) {}

  async list({ caller }: Request, query: ChipQuery): Promise<ChipPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.chips.list(tx, query));
    const page = toPage(rows, query.limit, ({ chipNo }) => chipNo);
    return {
      ...page,
      items: page.items.map((chip) => ({
        ...chip,
        machineName: chip.machineId === null ? null : chip.machineName,
        importedAt: isoTime(chip.importedAt),
        boundAt: isoTimeOrNull(chip.boundAt),
      })),
    };
  }
}
