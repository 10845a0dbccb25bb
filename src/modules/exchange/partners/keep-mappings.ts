import { Injectable } from '@nestjs/common';
import { EXCHANGE_KINDS } from '../../../domain/exchange/exchange-kinds';
import { FIELDS } from '../../../domain/exchange/fields';
import { FORMATS } from '../../../domain/exchange/formats';
import { objectionsTo } from '../../../domain/exchange/mapping';
import { conflict, notFound, oneOrMany, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import type { MappingList, MappingRequest, MappingView } from './partner.dto';
import type { FieldList } from './troubles.dto';
import { PartnerStore, type StoredMapping } from './partner.store';

/** How each kind is written for another platform: rows that begin on a day and are never changed afterwards. */
@Injectable()
export class KeepMappings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  fields(): FieldList {
    const items = EXCHANGE_KINDS.flatMap((kind) =>
      Object.entries(FIELDS[kind]).map(([name, field]) => ({
        ...{ kind, field: name, type: field.type, personal: field.personal ?? false },
        formats: [...FORMATS[field.type]],
        values: 'values' in field ? [...field.values] : [],
      })),
    );
    return { items };
  }

  list({ caller }: Request, partnerId: string): Promise<Result<MappingList, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<MappingList, Refusal>> => {
      if (!(await this.partners.find(tx, partnerId))) return refused(notFound('exchange.partner-not-found'));
      return ok({ items: (await this.partners.mappings(tx, partnerId)).map(mappingShown) });
    });
  }

  add({ caller, at }: Request, partnerId: string, body: MappingRequest): Promise<Result<MappingView, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<MappingView, Refusal>> => {
      const partner = await this.partners.find(tx, partnerId);
      if (!partner) return refused(notFound('exchange.partner-not-found'));
      const { kind, validFrom, fields } = body;
      const objections = objectionsTo(kind, fields);
      if (objections.length > 0)
        return refused(
          oneOrMany(
            objections.map(({ row, code, missing }) => ({ path: `fields.${row}`, code, params: { missing: missing ?? [] } })),
          ),
        ); // prettier-ignore
      const mapping: StoredMapping = {
        ...{ id: this.ids.next(at), partnerId, kind, validFrom, madeBy: caller.userId, madeAt: at },
        fields: fields.map(({ ...row }) => row),
      };
      if (!(await this.partners.insertMapping(tx, mapping))) return refused(conflict('exchange.mapping-exists'));
      const entry = { action: 'exchange-mapping.added', entity: 'exchange-partner', entityId: partnerId };
      const after = { kind, validFrom, fields };
      this.journal.record(tx, caller, at, [{ ...entry, regionCode: partner.regionCode, after }]);
      return ok(mappingShown(mapping));
    });
  }
}

const mappingShown = ({ id, kind, validFrom, fields, madeAt }: StoredMapping): MappingView => ({
  ...{ id, kind, validFrom, madeAt: isoTime(madeAt) },
  fields: fields as MappingView['fields'],
});
