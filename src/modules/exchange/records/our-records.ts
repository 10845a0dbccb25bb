import { Injectable } from '@nestjs/common';
import type { ExchangeKind } from '../../../domain/exchange/exchange-kinds';
import type { OurRecord, Personal } from '../../../domain/exchange/map-record';
import { maskName } from '../../../domain/registry/numbers/mask';
import { maskPhone } from '../../../kernel/phone';
import type { RegionCode } from '../../../kernel/region-code';
import { Sealer } from '../../../platform/database/sealer';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CERTIFICATE_NUMBER } from '../../certificates/add-certificate';
import { ENTERPRISE_PHONE } from '../../registry/enterprises/enterprise.mapper';
import { WELDER_ID_NUMBER, WELDER_PHONE } from '../../registry/welders/welder.mapper';
import { registrations, type StoredRegistration } from './registrations.view';

/** A registration with the place and the day under which both sides count it. */
export interface Registration {
  readonly record: OurRecord;
  readonly region: RegionCode;
  readonly day: string;
}

/** What each sealed field was sealed as; the others stand in clear. */
const SEALED: Readonly<Record<string, string>> = {
  contactPhone: ENTERPRISE_PHONE,
  phone: WELDER_PHONE,
  idNumber: WELDER_ID_NUMBER,
  number: CERTIFICATE_NUMBER,
};

/** Registrations as the mapping reads them. Personal data is opened for the fields that are asked for and for no other. */
@Injectable()
export class OurRecords {
  constructor(private readonly sealer: Sealer) {}

  async find(
    tx: Tx,
    kind: ExchangeKind,
    ids: readonly string[],
    { within, open }: { readonly within: RegionCode; readonly open: readonly string[] },
  ): Promise<Map<string, Registration>> {
    const rows = ids.length === 0 ? [] : await registrations(tx, kind, ids, within);
    return new Map(rows.map((row) => [row.id, this.registration(row, open)]));
  }

  private registration({ region, day, fields, personal }: StoredRegistration, open: readonly string[]): Registration {
    const pairs = Object.entries(personal).map(([name, one]) => [name, this.personal(name, one, open.includes(name))]);
    return { region, day, record: { ...(fields as OurRecord), ...(Object.fromEntries(pairs) as OurRecord) } };
  }

  private personal(
    name: string,
    { stored, masked }: { stored: string; masked: string | null },
    open: boolean,
  ): Personal {
    const context = SEALED[name];
    if (context === undefined) return { masked: maskName(stored), clear: open ? stored : null };
    if (masked !== null) return { masked, clear: open ? this.sealer.open(context, stored) : null };
    const clear = this.sealer.open(context, stored);
    return { masked: maskPhone(clear), clear: open ? clear : null };
  }
}
