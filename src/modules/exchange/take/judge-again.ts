import { Injectable } from '@nestjs/common';
import { isTakenIn } from '../../../domain/exchange/exchange-kinds';
import { mapIn } from '../../../domain/exchange/map-record';
import { mappingOn } from '../../../domain/exchange/mapping';
import { shanghaiDate } from '../../../kernel/time';
import { Sealer } from '../../../platform/database/sealer';
import type { Tx } from '../../../platform/database/unit-of-work';
import { mappingsOf, PartnerStore } from '../partners/partner.store';
import { JudgeRecord } from './judge-record';
import { TAKEN_RECORD } from './take-batch';
import { TakenStore, type Taken } from './taken.store';

/** Somebody corrected a record of the register: what contradicted it may agree now. */
@Injectable()
export class JudgeAgain {
  constructor(
    private readonly taken: TakenStore,
    private readonly partners: PartnerStore,
    private readonly judge: JudgeRecord,
    private readonly sealer: Sealer,
  ) {}

  async execute(tx: Tx, entityIds: readonly string[]): Promise<void> {
    for (const one of await this.taken.waitingAbout(tx, entityIds)) await this.again(tx, one);
  }

  private async again(tx: Tx, one: Taken): Promise<void> {
    const { kind, partnerId, recordSealed, entityId, takenAt } = one;
    const partner = await this.partners.find(tx, partnerId);
    if (!partner || recordSealed === null || !isTakenIn(kind) || kind === 'certificate') return;
    const mapping = mappingOn(mappingsOf(await this.partners.mappings(tx, partnerId)), kind, shanghaiDate(takenAt));
    const record = JSON.parse(this.sealer.open(TAKEN_RECORD, recordSealed)) as Record<string, unknown>;
    const mapped = mapping === null ? null : mapIn(mapping, record);
    if (!mapped?.ok) return;
    const now = await this.judge.compared(tx, partner, kind, mapped.value, { entityId, verdict: null });
    const waits = now.verdict === 'waiting';
    await this.taken.keep(tx, {
      ...{ ...one, verdict: now.verdict, code: now.code, differing: [...now.differing] },
      recordSealed: waits ? recordSealed : null,
    });
  }
}
