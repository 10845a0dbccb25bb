import { Injectable } from '@nestjs/common';
import type { EnterpriseDraft } from '../../../domain/imports/judge/enterprise-draft';
import { Journal } from '../../../platform/audit/journal';
import { Sealer } from '../../../platform/database/sealer';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { auditedEnterprise, ENTERPRISE_PHONE } from '../enterprises/enterprise.mapper';
import { EnterpriseStore, type Enterprise } from '../enterprises/enterprise.store';
import { registryEvent } from '../registry-event';
import type { TakenInBy } from './taken-in-by';

/** Registers enterprises of a list. */
@Injectable()
export class TakeInEnterprises {
  constructor(
    private readonly enterprises: EnterpriseStore,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** The ids, in the order of the drafts. Throws where a credit code is taken. */
  async execute(tx: Tx, { actor, at }: TakenInBy, drafts: readonly EnterpriseDraft[]): Promise<string[]> {
    const enterprises = drafts.map(({ contactPhone, ...draft }): Enterprise => ({
      ...draft,
      ...{ id: this.ids.next(at), usccException: null, status: 'active', version: 1, createdAt: at },
      ...{ headcount: null, headcountConfirmedAt: null },
      contactPhoneSealed: this.sealer.seal(ENTERPRISE_PHONE, contactPhone),
    }));
    await this.enterprises.insertMany(tx, enterprises);
    this.journal.record(
      tx,
      actor,
      at,
      enterprises.map((enterprise) => ({
        action: 'enterprise.registered',
        entity: 'enterprise',
        entityId: enterprise.id,
        regionCode: enterprise.regionCode,
        after: { ...(auditedEnterprise(enterprise) as object), source: 'import' },
      })),
      enterprises.map((enterprise) => registryEvent('enterprise', { ...enterprise, enterpriseId: enterprise.id })),
    );
    return enterprises.map(({ id }) => id);
  }
}
