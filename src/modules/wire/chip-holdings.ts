import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { ChipHoldingRow } from '../../schema/wire/chip-holding.row';
import type { ChipMessage } from '../telemetry/chip-message';

export type ChipHolding = Readonly<Pick<ChipHoldingRow, 'chipNo' | 'keys' | 'settingsNo'>>;

/** The keys and settings that chips hold, by their own word: births and replies tell them. */
@Injectable()
export class ChipHoldings {
  /** Inside the transaction of the messages. What a message leaves out stays as it was told before. */
  async hear(tx: Tx, messages: readonly ChipMessage[], at: Instant): Promise<void> {
    const told = lastTold(messages);
    if (told.length === 0) return;
    await tx.prepared(
      `insert into chip_holdings (chip_no, keys, settings_no, told_at)
       select n."chipNo", case when n.keys is not null then array(select json_array_elements_text(n.keys)) end, n."settingsNo", $2
       from json_to_recordset($1::json) as n("chipNo" text, keys json, "settingsNo" int) order by 1
       on conflict (chip_no) do update set keys = coalesce(excluded.keys, chip_holdings.keys),
         settings_no = coalesce(excluded.settings_no, chip_holdings.settings_no), told_at = excluded.told_at`,
      [JSON.stringify(told), new Date(at)],
    );
  }

  async of(tx: Tx, chipNos: readonly string[]): Promise<Map<string, ChipHolding>> {
    if (chipNos.length === 0) return new Map();
    const rows = await tx.rows(ChipHoldingRow).find({ where: { chipNo: In([...new Set(chipNos)]) } });
    return new Map(rows.map((row) => [row.chipNo, row]));
  }
}

function lastTold(messages: readonly ChipMessage[]): ChipHolding[] {
  const told = new Map<string, { chipNo: string; keys?: string[]; settingsNo?: number }>();
  for (const message of messages) {
    if (message.type !== 'birth' && message.type !== 'reply') continue;
    const { chipNo, keys, settings } = message;
    if (!keys && (settings ?? null) === null) continue;
    const one = told.get(chipNo) ?? { chipNo };
    if (keys) one.keys = [...keys];
    if (typeof settings === 'number') one.settingsNo = settings;
    told.set(chipNo, one);
  }
  return [...told.values()].map(({ chipNo, keys, settingsNo }) => ({
    ...{ chipNo, keys: keys ?? null, settingsNo: settingsNo ?? null },
  }));
}
