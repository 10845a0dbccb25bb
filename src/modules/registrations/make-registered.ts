import { Injectable } from '@nestjs/common';
import type { Role } from '../../domain/people/roles';
import type { EnterpriseKind } from '../../domain/registry/enterprise';
import type { Industry } from '../../domain/registry/industry';
import type { DocumentKind } from '../../domain/registry/numbers/person-document';
import { conflict, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Call } from '../../platform/auth/request';
import { reaches } from '../../platform/database/reaches';
import { Sealer } from '../../platform/database/sealer';
import { AdmitPerson } from '../identity/admit-person';
import { PHONE_SEAL } from '../identity/user.mapper';
import { RegisterEnterprise } from '../registry/enterprises/register-enterprise';
import { WelderIdentityReader } from '../registry/welder-identity.reader';
import { RegisterWelder } from '../registry/welders/register-welder';
import { WELDER_ID_NUMBER } from '../registry/welders/welder.mapper';
import type { Registration } from './registration.store';

export interface Registered {
  readonly welderId: string | null;
  readonly enterpriseId: string | null;
  readonly userId: string;
}

type Link = Omit<Registered, 'userId'>;

/** Of a confirmed registration: the welder or the enterprise of the register, and the account of the phone. */
@Injectable()
export class MakeRegistered {
  constructor(
    private readonly welders: RegisterWelder,
    private readonly known: WelderIdentityReader,
    private readonly enterprises: RegisterEnterprise,
    private readonly admit: AdmitPerson,
    private readonly sealer: Sealer,
  ) {}

  async execute(call: Call, registration: Registration, seenBy: string | null): Promise<Result<Registered, Refusal>> {
    const link =
      registration.kind === 'welder' ? await this.welderOf(call, registration) : await this.firmOf(call, registration);
    if (!link.ok) return link;
    const { enterpriseId, welderId } = link.value;
    const roles: Role[] = [registration.kind === 'welder' ? 'welder' : 'enterprise-manager'];
    const admitted = await this.admit.execute(
      { tx: call.tx, at: call.at, actor: call.caller },
      {
        phone: this.phoneOf(registration),
        offer: { roles, regionCode: registration.regionCode, enterpriseId },
        ...{ trades: [], welderId, idNumber: this.numberOf(registration), seenBy, account: 'of-the-phone' },
        newcomer: { name: registration.name, username: usernameOf(registration), passwordHash: null },
      },
    );
    return admitted.ok ? ok({ ...link.value, userId: admitted.value }) : admitted;
  }

  /** A person whom the register knows within reach, an employer's entry for instance, gets the account of that record. */
  private async welderOf(call: Call, registration: Registration): Promise<Result<Link, Refusal>> {
    const { idNumberHash, name, regionCode, idKind } = registration;
    const known = await this.known.ofNumber(call.tx, idNumberHash);
    if (known && reaches(call.caller.scope, known)) return ok({ welderId: known.id, enterpriseId: known.enterpriseId });
    const made = await this.welders.registerIn(call, {
      ...{ name, regionCode, idKind: idKind as DocumentKind },
      ...{ idNumber: this.numberOf(registration), phone: this.phoneOf(registration) },
    });
    return made.ok ? ok({ welderId: made.value.id, enterpriseId: null }) : made;
  }

  private async firmOf(call: Call, registration: Registration): Promise<Result<Link, Refusal>> {
    const { firmName, firmKind, uscc, industry, regionCode, name } = registration;
    const made = await this.enterprises.registerIn(call, {
      ...{ name: firmName ?? '', kind: firmKind as EnterpriseKind, industry: industry as Industry, regionCode },
      ...{ contactName: name, contactPhone: this.phoneOf(registration), ...(uscc !== null && { uscc }) },
    });
    if (made.ok) return ok({ welderId: null, enterpriseId: made.value.id });
    return refused(
      made.refusal.code === 'enterprise.exists' ? conflict('registration.enterprise-known') : made.refusal,
    );
  }

  private phoneOf({ phoneSealed }: Registration): string {
    return this.sealer.open(PHONE_SEAL, phoneSealed);
  }

  private numberOf({ idNumberSealed }: Registration): string {
    return this.sealer.open(WELDER_ID_NUMBER, idNumberSealed);
  }
}

/** Nobody types it: they sign in by a code to the phone, and it may be shown. */
const usernameOf = ({ id }: Registration): string => `u${id.slice(-12).toLowerCase()}`;
