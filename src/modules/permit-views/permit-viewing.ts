import { Injectable } from '@nestjs/common';
import type { Person } from '../../domain/permits/snapshot';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { Language } from '../../kernel/language';
import { PermitDetails } from '../permits/page/permit-detail';
import type { PermitView } from '../permits/page/permit-detail.dto';
import { PermitLoader, type Loaded } from '../permits/permit-loader';

export interface ViewedPermit extends Loaded {
  readonly view: PermitView;
}

/** One permit for paper and signboard: as on its page, but for nobody in particular, with names as `reader` may read them. Under the system's scope. */
@Injectable()
export class PermitViewing {
  constructor(
    private readonly permits: PermitLoader,
    private readonly details: PermitDetails,
  ) {}

  async of(tx: Tx, id: string, language: Language, at: Instant, reader: Person): Promise<ViewedPermit | null> {
    const loaded = await this.permits.find(tx, id, at);
    if (!loaded) return null;
    const { permit, rules } = loaded;
    const view = await this.details.showTo(tx, permit, rules, { person: { kind: 'platform' }, language, reader }, at);
    return { permit, rules, view };
  }
}
