import { Injectable } from '@nestjs/common';
import { normalPhone } from '../../kernel/phone';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import { shanghaiDate } from '../../kernel/time';
import { readDigits } from '../../kernel/typed-text';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { Sealer } from '../../platform/database/sealer';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import { WELDER_ID_NUMBER, WELDER_PHONE } from '../registry/welders/welder.mapper';
import { cursorOf } from './conditions';
import type {
  InventoryMachinePage, InventoryWelderPage, MachineInventoryQuery, WelderInventoryQuery,
} from './inventory.dto'; // prettier-ignore
import { machineList } from './machine-list.view';
import { reachOf } from './reach';
import { welderList, type TypedWelder } from './welder-list.view';

/** Pages of the register, by region. Under the system's scope with the reach in the statement, so that indexes serve it. */
@Injectable()
export class FindInventory {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  async machines({ caller, at }: Request, query: MachineInventoryQuery): Promise<Result<InventoryMachinePage, Refusal>> {
    const reach = reachOf(caller, query.regionCode ?? null);
    if (!reach.ok) return reach;
    const rows = await this.uow.run(systemScope('inventory-machines'), (tx) =>
      machineList(tx, reach.value, query, shanghaiDate(at)),
    );
    return ok(toPage(rows, query.limit, cursorOf));
  }

  async welders({ caller, at }: Request, query: WelderInventoryQuery): Promise<Result<InventoryWelderPage, Refusal>> {
    const reach = reachOf(caller, query.regionCode ?? null);
    if (!reach.ok) return reach;
    const rows = await this.uow.run(systemScope('inventory-welders'), (tx) =>
      welderList(tx, reach.value, query, this.typed(query.q), shanghaiDate(at)),
    );
    return ok(toPage(rows, query.limit, cursorOf));
  }

  private typed(q: string | undefined): TypedWelder | null {
    if (q === undefined) return null;
    const phone = normalPhone(q);
    return {
      name: q.trim(),
      idNumberHash: this.sealer.fingerprint(WELDER_ID_NUMBER, readDigits(q)),
      phoneHash: phone === null ? null : this.sealer.fingerprint(WELDER_PHONE, phone),
    };
  }
} // prettier-ignore
