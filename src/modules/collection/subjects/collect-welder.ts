import { Injectable } from '@nestjs/common';
import { best, compareWelders } from '../../../domain/collection/duplicates';
import { readDocument } from '../../../domain/registry/numbers/person-document';
import { normalPhone } from '../../../kernel/phone';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { instantOf } from '../../../kernel/rfc3339';
import type { Call } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { RegisterWelder } from '../../registry/welders/register-welder';
import { WELDER_ID_NUMBER, WELDER_PHONE } from '../../registry/welders/welder.mapper';
import type { RegisterWelderRequest } from '../../registry/welders/welder.dto';
import { Candidates } from './candidates.view';
import type { CollectRequest } from '../collection.dto';
import type { CollectedWelder } from '../collected-subject.dto';
import { CollectedOwner } from './collected-owner';
import { NO_TRACE, type Registered, type Subject } from './subject';
import { countyOf, regionOf } from './where-collected';

export const HELD_WELDER = 'collection.welder';

/** A person whose document was photographed; everything but its number. */
export type HeldWelder = Omit<RegisterWelderRequest, 'idNumber'>;

@Injectable()
export class CollectWelder {
  constructor(
    private readonly owners: CollectedOwner,
    private readonly candidates: Candidates,
    private readonly register: RegisterWelder,
    private readonly sealer: Sealer,
  ) {}

  async read(call: Call, body: CollectRequest): Promise<Result<Subject, Refusal>> {
    const { welder, photoIds = [] } = body;
    if (!welder) return refused(wrongField('welder', 'collection.subject-missing'));
    if (welder.idNumber === undefined && photoIds.length === 0)
      return refused(wrongField('photoIds', 'collection.document-missing'));
    const phone = normalPhone(welder.phone);
    if (phone === null) return refused(wrongField('welder.phone', 'welder.phone-malformed'));
    const employer = await this.owners.find(call, {
      enterpriseId: welder.enterpriseId,
      number: welder.enterpriseNumber,
    });
    if (!employer.ok) return employer;
    const { enterpriseId, regionCode: place } = employer.value;
    const regionCode = regionOf(call.caller, body.regionCode, place);
    const { name, idKind, idNumber } = welder;
    const held: HeldWelder = { name: name.trim(), idKind, phone, regionCode, enterpriseId };
    const phoneHash = this.sealer.fingerprint(WELDER_PHONE, phone);
    return ok({
      ...{ regionCode, phoneHash },
      found: best(await this.compared(call, body, welder, phoneHash)),
      heldSealed: idNumber === undefined ? this.sealer.seal(HELD_WELDER, JSON.stringify(held)) : null,
      register: () => this.enter(call, held, idNumber ?? ''),
      joinTo: NO_TRACE,
    });
  }

  enter(call: Call, held: HeldWelder, idNumber: string): Promise<Result<Registered, Refusal>> {
    return this.register.registerIn(call, { ...held, idNumber });
  }

  private async compared({ tx, caller, at }: Call, body: CollectRequest, welder: CollectedWelder, phone: string) {
    const read = readDocument(welder.idKind ?? 'resident', welder.idNumber ?? '', at);
    const identity = read.ok ? this.sealer.fingerprint(WELDER_ID_NUMBER, read.value.value) : null;
    const seen = { identity, phone, name: welder.name, by: caller.userId, at: instantOf(body.collectedAt) };
    const known = await this.candidates.welders(tx, phone, { county: countyOf(caller), by: caller.userId });
    return known.map(({ seen: other, ...shown }) => [shown, compareWelders(seen, other)] as const);
  }
}
