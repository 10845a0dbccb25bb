import { Injectable } from '@nestjs/common';
import type { KnownCard } from '../../../domain/imports/judge/certificate-draft';
import type { EnterpriseDraft } from '../../../domain/imports/judge/enterprise-draft';
import type { MachineDraft } from '../../../domain/imports/judge/machine-draft';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface AlikeMachine {
  readonly id: string;
  readonly owner: string | null;
  readonly regionCode: string;
}

export interface HeldCardFacts extends KnownCard {
  readonly id: string;
  readonly hash: string;
}

/** What the register has already, by chunks. */
@Injectable()
export class KnownThings {
  /** Machines of the same model and number, however both were typed, for each draft. */
  async machines(tx: Tx, drafts: readonly MachineDraft[]): Promise<AlikeMachine[][]> {
    const rows = await tx.prepared<AlikeMachine & { readonly nth: number }>(
      `select d.nth::int, m.id, coalesce(m.enterprise_id, m.owner_welder_id) as owner, m.region_code as "regionCode"
       from unnest($1::text[], $2::text[]) with ordinality as d(model, serial, nth)
       join machines m on m.serial_folded = folded(d.serial) and m.model_folded = folded(d.model)
       where d.serial is not null and m.status <> 'scrapped' order by m.id`,
      [drafts.map(({ model }) => model), drafts.map(({ serialNumber }) => serialNumber)],
    );
    const alike: AlikeMachine[][] = drafts.map(() => []);
    for (const { nth, ...machine } of rows) alike[nth - 1]?.push(machine);
    return alike;
  }

  /** What stickers of other systems stand for, by what they read. */
  async externals(tx: Tx, drafts: readonly MachineDraft[]): Promise<ReadonlyMap<string, AlikeMachine>> {
    const contents = drafts.map(({ externalCode }) => externalCode).filter((code) => code !== null);
    if (contents.length === 0) return new Map();
    const rows = await tx.prepared<AlikeMachine & { readonly content: string }>(
      `select x.content, x.entity_id as id, coalesce(m.enterprise_id, m.owner_welder_id) as owner, m.region_code as "regionCode"
       from external_codes x left join machines m on m.id = x.entity_id where x.content = any($1)`,
      [contents],
    );
    return new Map(rows.map(({ content, ...machine }) => [content, machine]));
  }

  /** The enterprise with the credit code; without one, that of the same name in the same region. */
  async enterprises(tx: Tx, drafts: readonly EnterpriseDraft[]): Promise<({ id: string; name: string } | null)[]> {
    const rows = await tx.prepared<{ nth: number; id: string; name: string }>(
      `select d.nth::int, e.id, e.name
       from unnest($1::text[], $2::text[], $3::text[]) with ordinality as d(uscc, name, region, nth)
       join enterprises e on case when d.uscc is not null then e.uscc = d.uscc
         else e.region_code = d.region and e.name_folded = folded(d.name) end order by e.id desc`,
      [drafts.map(({ uscc }) => uscc), drafts.map(({ name }) => name), drafts.map(({ regionCode }) => regionCode)],
    );
    const known: ({ id: string; name: string } | null)[] = drafts.map(() => null);
    for (const { nth, id, name } of rows) known[nth - 1] = { id, name };
    return known;
  }

  /** Cards of these numbers, the newest first. */
  cards(tx: Tx, hashes: readonly string[]): Promise<HeldCardFacts[]> {
    return tx.prepared<HeldCardFacts>(
      `select id, number_hash as hash, operations, valid_from as "validFrom", valid_to as "validTo", status
       from certificates where number_hash = any($1) order by valid_to desc, id desc`,
      [hashes],
    );
  }

  async chips(tx: Tx, numbers: readonly string[]): Promise<Set<string>> {
    const rows = await tx.prepared<{ chipNo: string }>(
      'select chip_no as "chipNo" from chips where chip_no = any($1)',
      [numbers],
    );
    return new Set(rows.map(({ chipNo }) => chipNo));
  }
}
