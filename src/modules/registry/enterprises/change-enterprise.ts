import { Injectable } from '@nestjs/common';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { givenFields } from '../../../platform/http/given-fields';
import { versionStale } from '../../../platform/http/version';
import { Sealer } from '../../../platform/database/sealer';
import { RegionsReader } from '../../regions/regions.reader';
import { contactPhone } from '../contact-phone';
import { outsideScope } from '../outside-scope';
import { registryEvent } from '../registry-event';
import { admittedUscc, type AdmittedUscc } from './admitted-uscc';
import type { ChangeEnterpriseRequest, EnterpriseView } from './enterprise.dto';
import { EnterpriseStore, type Enterprise } from './enterprise.store';
import { auditedEnterprise, ENTERPRISE_PHONE, EnterpriseViews } from './enterprise.mapper';

/** A form that somebody filled in; `version` is the one they read, null where they said none. */
@Injectable()
export class ChangeEnterprise {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly enterprises: EnterpriseStore,
    private readonly views: EnterpriseViews,
    private readonly regions: RegionsReader,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  async execute(
    { caller, at }: Request,
    id: string,
    version: number | null,
    body: ChangeEnterpriseRequest,
  ): Promise<Result<EnterpriseView, Refusal>> {
    return this.uow.attempt(caller.scope, async (tx) => {
      const before = await this.enterprises.find(tx, id, 'for update');
      if (!before) return refused(notFound('enterprise.not-found'));
      if (version !== null && version !== before.version) return refused(versionStale(before.version));
      const changed = this.apply(caller, before, body);
      if (!changed.ok) return changed;
      const after = changed.value;
      if (!(await this.regions.exists(tx, after.regionCode)))
        return refused(wrongField('regionCode', 'region.unknown'));
      if (!(await this.enterprises.save(tx, after))) return refused(conflict('enterprise.exists'));
      this.journal.record(
        tx,
        caller,
        at,
        [
          {
            action: 'enterprise.changed',
            entity: 'enterprise',
            entityId: id,
            regionCode: after.regionCode,
            before: auditedEnterprise(before),
            after: auditedEnterprise(after),
          },
        ],
        [registryEvent('enterprise', { ...after, enterpriseId: id })],
      );
      return ok(this.views.of(after));
    });
  }

  private apply(caller: Caller, before: Enterprise, request: ChangeEnterpriseRequest): Result<Enterprise, Refusal> {
    const { contactPhone: typed, ...fields } = givenFields(request);
    const uscc = usccAfter(caller, before, request);
    if (!uscc.ok) return uscc;
    const phone = typed === undefined ? undefined : contactPhone(typed);
    if (phone === null) return refused(wrongField('contactPhone', 'enterprise.phone-malformed'));
    const after = {
      ...before,
      ...fields,
      ...uscc.value,
      contactPhoneSealed: phone === undefined ? before.contactPhoneSealed : this.sealer.seal(ENTERPRISE_PHONE, phone),
      version: before.version + 1,
    };
    return reaches(caller.scope, { regionCode: after.regionCode, enterpriseId: after.id })
      ? ok(after)
      : refused(outsideScope());
  }
}

/** A code that is not given again stays as it was let in. */
function usccAfter(
  caller: Caller,
  before: Enterprise,
  request: ChangeEnterpriseRequest,
): Result<AdmittedUscc, Refusal> {
  const kind = request.kind ?? before.kind;
  if (request.uscc === undefined && (kind === 'individual' || before.uscc !== null))
    return ok({ kind, uscc: before.uscc, usccException: before.usccException });
  return admittedUscc(caller, { ...request, kind });
}
