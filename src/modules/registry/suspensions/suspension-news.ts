import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Actor } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { registryEvent } from '../registry-event';
import { WelderStore } from '../welders/welder.store';
import type { Suspension } from './suspension.store';
import { accountsOf } from './suspensions.view';

export type SuspensionTold = 'suspended' | 'appealed' | 'appeal-rejected' | 'lifted' | 'ended';

/** The trail of a suspension, and the news for the welder and whoever employs them. */
@Injectable()
export class SuspensionNews {
  constructor(
    private readonly welders: WelderStore,
    private readonly journal: Journal,
  ) {}

  async tell(
    { tx, caller, at }: { readonly tx: Tx; readonly caller: Actor; readonly at: number },
    { id, welderId, regionCode, untilAt }: Suspension,
    told: SuspensionTold,
    after: object,
  ): Promise<void> {
    const welder = await this.welders.find(tx, welderId);
    const accounts = await accountsOf(tx, welderId);
    const enterpriseIds = welder?.enterpriseId == null ? [] : [welder.enterpriseId];
    const data = { told, untilOn: shanghaiDate(untilAt - 1) };
    const entry = {
      action: `welder.${told}`,
      entity: 'welder',
      entityId: welderId,
      regionCode,
      after: { suspension: id, ...after },
    };
    this.journal.record(tx, caller, at, [entry], [
      { type: 'welder.suspension', entity: 'suspension', entityId: welderId, regionCode, enterpriseIds, userIds: accounts, data },
      registryEvent('welder', { id: welderId, regionCode, enterpriseId: welder?.enterpriseId ?? null }),
    ]); // prettier-ignore
  }
}
