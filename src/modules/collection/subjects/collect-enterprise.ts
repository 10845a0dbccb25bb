import { Injectable } from '@nestjs/common';
import { best, compareEnterprises, type EnterpriseSeen } from '../../../domain/collection/duplicates';
import { creditCodeSigns } from '../../../domain/registry/numbers/credit-code';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { instantOf } from '../../../kernel/rfc3339';
import type { Call } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { contactPhone } from '../../registry/contact-phone';
import { ENTERPRISE_PHONE } from '../../registry/enterprises/enterprise.mapper';
import { RegisterEnterprise } from '../../registry/enterprises/register-enterprise';
import { Candidates } from './candidates.view';
import type { CollectRequest } from '../collection.dto';
import { NO_TRACE, type Subject } from './subject';
import { countyOf, regionOf } from './where-collected';

@Injectable()
export class CollectEnterprise {
  constructor(
    private readonly candidates: Candidates,
    private readonly register: RegisterEnterprise,
    private readonly sealer: Sealer,
  ) {}

  async read(call: Call, body: CollectRequest): Promise<Result<Subject, Refusal>> {
    const { enterprise } = body;
    if (!enterprise) return refused(wrongField('enterprise', 'collection.subject-missing'));
    const typed = contactPhone(enterprise.contactPhone);
    if (typed === null) return refused(wrongField('enterprise.contactPhone', 'enterprise.phone-malformed'));
    const phone = this.sealer.fingerprint(ENTERPRISE_PHONE, typed);
    const regionCode = regionOf(call.caller, body.regionCode, null);
    const seen: EnterpriseSeen = {
      uscc: enterprise.uscc === undefined ? null : creditCodeSigns(enterprise.uscc),
      ...{ phone, name: enterprise.name, by: call.caller.userId, at: instantOf(body.collectedAt) },
    };
    const question = { county: countyOf(call.caller), by: call.caller.userId };
    const known = await this.candidates.enterprises(call.tx, enterprise.name, question);
    return ok({
      ...{ regionCode, phoneHash: phone, heldSealed: null },
      found: best(known.map(({ seen: other, ...shown }) => [shown, compareEnterprises(seen, other)] as const)),
      register: () => this.register.registerIn(call, { ...enterprise, regionCode }),
      joinTo: NO_TRACE,
    });
  }
}
