import { Injectable } from '@nestjs/common';
import { conflict, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Sealer } from '../../../platform/database/sealer';
import { Ids } from '../../../platform/time/ids';
import { RegionsReader } from '../../regions/regions.reader';
import { contactPhone } from '../contact-phone';
import { outsideScope } from '../outside-scope';
import { registryEvent } from '../registry-event';
import { admittedUscc } from './admitted-uscc';
import type { EnterpriseView, RegisterEnterpriseRequest } from './enterprise.dto';
import { EnterpriseStore, type Enterprise } from './enterprise.store';
import { auditedEnterprise, ENTERPRISE_PHONE, EnterpriseViews } from './enterprise.mapper';

@Injectable()
export class RegisterEnterprise {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly enterprises: EnterpriseStore,
    private readonly views: EnterpriseViews,
    private readonly regions: RegionsReader,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** As the system, because a credit code is taken wherever in the country its enterprise is; the region is checked here. */
  execute(request: Request, body: RegisterEnterpriseRequest): Promise<Result<EnterpriseView, Refusal>> {
    return this.uow.run(systemScope('register-enterprise'), (tx) => this.within({ ...request, tx }, body));
  }

  /** As part of a larger undertaking under the system's scope. */
  async within(call: Call, body: RegisterEnterpriseRequest): Promise<Result<EnterpriseView, Refusal>> {
    const { tx, caller, at } = call;
    const asked = this.enterpriseFrom(call, body);
    if (!asked.ok) return asked;
    const enterprise = asked.value;
    if (!(await this.regions.exists(tx, enterprise.regionCode)))
      return refused(wrongField('regionCode', 'region.unknown'));
    if (!(await this.enterprises.insert(tx, enterprise)))
      return refused(
        conflict('enterprise.exists', { extra: { id: await this.enterprises.idByUscc(tx, enterprise.uscc) } }),
      );
    this.journal.record(
      tx,
      caller,
      at,
      [
        {
          action: 'enterprise.registered',
          entity: 'enterprise',
          entityId: enterprise.id,
          regionCode: enterprise.regionCode,
          after: auditedEnterprise(enterprise),
        },
      ],
      [registryEvent('enterprise', { ...enterprise, enterpriseId: enterprise.id })],
    );
    return ok(this.views.of(enterprise));
  }

  private enterpriseFrom({ caller, at }: Request, body: RegisterEnterpriseRequest): Result<Enterprise, Refusal> {
    const admitted = admittedUscc(caller, body);
    if (!admitted.ok) return admitted;
    const phone = contactPhone(body.contactPhone);
    if (phone === null) return refused(wrongField('contactPhone', 'enterprise.phone-malformed'));
    if (!reaches(caller.scope, body)) return refused(outsideScope());
    return ok({
      id: this.ids.next(at),
      name: body.name.trim(),
      ...admitted.value,
      industry: body.industry,
      regionCode: body.regionCode,
      contactName: body.contactName.trim(),
      contactPhoneSealed: this.sealer.seal(ENTERPRISE_PHONE, phone),
      status: 'active',
      headcount: null,
      headcountConfirmedAt: null,
      version: 1,
      createdAt: at,
    });
  }
}
