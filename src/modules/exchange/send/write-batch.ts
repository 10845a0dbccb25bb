import { Injectable } from '@nestjs/common';
import { purposesOn } from '../../../domain/exchange/agreement';
import { EXCHANGE_KINDS, type ExchangeKind } from '../../../domain/exchange/exchange-kinds';
import { fieldsToOpen, mapOut } from '../../../domain/exchange/map-record';
import { mappingOn, type Mapping } from '../../../domain/exchange/mapping';
import { canonicalJson } from '../../../kernel/canonical-json';
import { shanghaiDate, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { systemActor } from '../../../platform/auth/caller';
import { Sealer } from '../../../platform/database/sealer';
import type { Tx } from '../../../platform/database/unit-of-work';
import { agreementOf, mappingsOf, PartnerStore, type Partner } from '../partners/partner.store';
import { OurRecords, type Registration } from '../records/our-records';
import { ItemStore, type Item } from './item.store';

/** One registration as it is sent. A withdrawn one has no record: it left the region, or the person was erased. */
export interface Outgoing {
  readonly item: Item;
  readonly record: Readonly<Record<string, unknown>> | null;
}

interface Writing {
  readonly partner: Partner;
  readonly mapping: Mapping | null;
  readonly purposes: ReadonlySet<string>;
}

const AT_ONCE = 100;
/** Content is compared by a keyed hash: a plain one of a phone number can be turned back. */
const RECORD = 'exchange.record';

/** Looks at what waits for a platform: writes it by the mapping of the day, and counts a version on where it changed. */
@Injectable()
export class WriteBatch {
  constructor(
    private readonly partners: PartnerStore,
    private readonly records: OurRecords,
    private readonly items: ItemStore,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  /** Null: nothing waits. An empty list: what waited has not changed, and more may wait. */
  async execute(tx: Tx, partner: Partner, at: Instant): Promise<Outgoing[] | null> {
    const due = await this.items.due(tx, partner.id, AT_ONCE);
    if (due.length === 0) return null;
    const mappings = mappingsOf(await this.partners.mappings(tx, partner.id));
    const purposes = purposesOn(agreementOf(partner), shanghaiDate(at));
    const outgoing: Outgoing[] = [];
    for (const kind of EXCHANGE_KINDS) {
      const writing = { partner, mapping: mappingOn(mappings, kind, shanghaiDate(at)), purposes };
      outgoing.push(...(await this.ofKind(tx, writing, kind, due.filter((one) => one.kind === kind), at)));
    } // prettier-ignore
    return outgoing;
  }

  private async ofKind(tx: Tx, writing: Writing, kind: ExchangeKind, due: readonly Item[], at: Instant): Promise<Outgoing[]> {
    const { partner, mapping, purposes } = writing;
    const open = mapping === null ? [] : fieldsToOpen(mapping, purposes);
    const ids = due.map(({ entityId }) => entityId);
    const found = await this.records.find(tx, kind, ids, { within: partner.regionCode, open });
    const outgoing: Outgoing[] = [];
    for (const item of due) {
      const written = await this.write(tx, writing, item, found.get(item.entityId) ?? null);
      if (written !== null) outgoing.push(written);
    }
    const opened = outgoing.filter(({ record }) => record !== null).map(({ item }) => item.entityId);
    if (open.length > 0 && opened.length > 0)
      this.journal.record(tx, systemActor('exchange'), at, [
        {
          ...{ action: 'exchange.personal-data-sent', entity: 'exchange-partner', entityId: partner.id },
          ...{ regionCode: partner.regionCode, after: { kind, fields: open, agreement: partner.agreement, ids: opened } },
        },
      ]);
    return outgoing;
  } // prettier-ignore

  private async write(tx: Tx, writing: Writing, item: Item, found: Registration | null): Promise<Outgoing | null> {
    const { partner, mapping, purposes } = writing;
    const settle = (fault: string | null): Promise<void> =>
      this.items.change(tx, partner.id, item, { dueAt: null, fault });
    if (found === null) return this.withdraw(tx, partner, item);
    if (mapping === null) {
      // a kind without a mapping is not exchanged with this platform
      if (item.version === 0) await this.items.drop(tx, partner.id, item);
      else await settle('exchange.mapping-missing');
      return null;
    }
    const mapped = mapOut(mapping, found.record, purposes);
    if (!mapped.ok) {
      await settle(`${mapped.refusal.code}:${mapped.refusal.name}`);
      return null;
    }
    const now = { op: 'put', regionCode: found.region, day: found.day };
    const hash = this.sealer.fingerprint(RECORD, canonicalJson([now, mapped.value]));
    const versioned = await this.version(tx, partner, item, { ...now, hash });
    return versioned && { item: versioned, record: mapped.value };
  }

  private async withdraw(tx: Tx, partner: Partner, item: Item): Promise<Outgoing | null> {
    if (item.version === 0) {
      await this.items.drop(tx, partner.id, item);
      return null;
    }
    const versioned = await this.version(tx, partner, item, { ...item, op: 'withdraw', hash: '' });
    return versioned && { item: versioned, record: null };
  }

  /** Null where the other side holds just this. */
  private async version(
    tx: Tx,
    partner: Partner,
    item: Item,
    { op, hash, regionCode, day }: Pick<Item, 'op' | 'hash' | 'regionCode' | 'day'>,
  ): Promise<Item | null> {
    const isSame = item.version > 0 && item.op === op && item.hash === hash;
    const isSettled = op === 'put' ? item.heldVersion === item.version : item.heldVersion === null;
    if (isSame && isSettled) {
      await this.items.change(tx, partner.id, item, { dueAt: null, fault: null });
      return null;
    }
    const version = isSame ? item.version : item.version + 1;
    const written = { op, hash, regionCode, day, version };
    await this.items.change(tx, partner.id, item, written);
    return { ...item, ...written };
  }
}
