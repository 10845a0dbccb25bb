import { Injectable } from '@nestjs/common';
import { OWN_DATA, type OwnDataKind } from '../../../domain/privacy/own-data';
import { isoTime } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { MAIL_SEAL } from '../../notices/send/address-book';
import { CERTIFICATE_NUMBER } from '../../certificates/add-certificate';
import { PHONE_SEAL } from '../../identity/user.mapper';
import { WELDER_ID_NUMBER, WELDER_PHONE } from '../../registry/welders/welder.mapper';
import type { LookList, OwnDataView } from '../privacy.dto';
import { looksAt, ownRows, type OwnRow } from './own-data.view';

/** Under which name a sealed value is shown to its owner, and what it was sealed as. */
const SEALED: Readonly<Record<string, readonly [name: string, context: string]>> = {
  phoneSealed: ['phone', PHONE_SEAL],
  mailSealed: ['mail', MAIL_SEAL],
  idNumberSealed: ['idNumber', WELDER_ID_NUMBER],
  welderPhoneSealed: ['phone', WELDER_PHONE],
  numberSealed: ['number', CERTIFICATE_NUMBER],
};

/** A person's own data, whole and in clear, and who else saw it (个人信息保护法第四十五条: 查阅、复制). */
@Injectable()
export class ReadOwnData {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  execute({ caller, at }: Request): Promise<OwnDataView> {
    return this.uow.run(systemScope('own-data'), async (tx) => {
      const found = await Promise.all(OWN_DATA.map(async (kind) => ({ kind, rows: await ownRows(tx, kind, caller) })));
      const entry = { action: 'own-data.exported', entity: 'user', entityId: caller.userId };
      this.journal.record(tx, caller, at, [entry]);
      return {
        at: isoTime(at),
        sections: found.map((one) => this.sectionOf(one)).filter(({ items }) => items.length > 0),
      };
    });
  }

  looks({ caller }: Request): Promise<LookList> {
    return this.uow.run(systemScope('own-data'), async (tx) => ({
      items: (await looksAt(tx, caller)).map((look) => ({ ...look, at: isoTime(look.at) })),
    }));
  }

  private sectionOf({ kind, rows }: { kind: OwnDataKind; rows: readonly OwnRow[] }): OwnDataView['sections'][number] {
    return {
      kind,
      items: rows.map((row) => Object.fromEntries(Object.entries(row).map((field) => this.opened(field)))),
    };
  }

  /** Times leave the platform as ISO; they are the only numbers here. */
  private opened([name, value]: [string, unknown]): [string, unknown] {
    const sealed = SEALED[name];
    if (sealed) return [sealed[0], typeof value === 'string' ? this.sealer.open(sealed[1], value) : null];
    return [name, typeof value === 'number' ? isoTime(value) : value];
  }
}
