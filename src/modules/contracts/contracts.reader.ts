import { Injectable } from '@nestjs/common';
import { contractorStanding, type ContractDates, type ContractorStanding } from '../../domain/contracts/contract';
import type { Tx } from '../../platform/database/unit-of-work';
import { ContractViews } from './contracts.view';

/** A firm or one of its workers at the work of another, with the standing of their contract. */
export interface OutsideParty {
  readonly standing: ContractorStanding;
  readonly name: string;
  readonly welderId: string | null;
}

interface Work {
  readonly enterpriseId: string | null;
  readonly contractorId: string | null;
  readonly welderIds: readonly string[];
}

interface Leased {
  readonly welderId: string;
  readonly name: string;
  readonly employerId: string;
}

/** What other features may ask about contracts. Under the system's scope: a contract belongs to two enterprises. */
@Injectable()
export class ContractsReader {
  constructor(private readonly views: ContractViews) {}

  /** The contractor of a work, and its welders whom neither party employs: leased, or sent by a third firm. */
  async outsideParties(tx: Tx, work: Work, day: string): Promise<OutsideParty[]> {
    const { enterpriseId, contractorId } = work;
    const user = contractorId ?? enterpriseId;
    if (user === null) return [];
    const between =
      enterpriseId === null || contractorId === null || enterpriseId === contractorId ? null : enterpriseId;
    const contractor = between === null ? [] : [await this.contractor(tx, between, contractorId!, day)];
    return [...contractor, ...(await this.leased(tx, work, user, day))];
  }

  private async contractor(tx: Tx, clientId: string, contractorId: string, day: string): Promise<OutsideParty> {
    const [firm] = await tx.query<{ name: string }>('select name from enterprises where id = $1', [contractorId]);
    const standing = contractorStanding(await this.views.between(tx, clientId, contractorId), day);
    return { standing, name: firm?.name ?? contractorId, welderId: null };
  }

  private async leased(tx: Tx, work: Work, user: string, day: string): Promise<OutsideParty[]> {
    if (work.welderIds.length === 0) return [];
    const others = await tx.prepared<Leased>(
      `select w.id as "welderId", w.name, w.enterprise_id as "employerId" from welders w
       where w.id = any($1) and w.enterprise_id is not null and w.enterprise_id <> all($2::text[])
         and not exists (select 1 from employments m where m.welder_id = w.id and m.enterprise_id = any($2::text[]) and m.until is null)
       order by w.id`,
      [work.welderIds, [work.enterpriseId, work.contractorId].filter((id) => id !== null)],
    );
    const contracts = new Map<string, ContractDates[]>();
    for (const { employerId } of others)
      if (!contracts.has(employerId)) contracts.set(employerId, await this.views.between(tx, user, employerId));
    return others.map(({ welderId, name, employerId }) => {
      return { welderId, name, standing: contractorStanding(contracts.get(employerId) ?? [], day) };
    });
  }
}
