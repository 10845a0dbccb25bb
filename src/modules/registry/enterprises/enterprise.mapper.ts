import { Injectable } from '@nestjs/common';
import { maskPhone } from '../../../kernel/phone';
import { isoTimeOrNull } from '../../../kernel/time';
import { Sealer } from '../../../platform/database/sealer';
import type { EnterpriseView } from './enterprise.dto';
import type { Enterprise } from './enterprise.store';

export const ENTERPRISE_PHONE = 'enterprise.phone';

/** An enterprise as others see it: its contact's number masked. */
@Injectable()
export class EnterpriseViews {
  constructor(private readonly sealer: Sealer) {}

  of({ contactPhoneSealed, headcountConfirmedAt, createdAt, ...open }: Enterprise): EnterpriseView {
    return {
      ...open,
      contactPhone: maskPhone(this.sealer.open(ENTERPRISE_PHONE, contactPhoneSealed)),
      headcountConfirmedAt: isoTimeOrNull(headcountConfirmedAt),
      createdAt: new Date(createdAt).toISOString(),
    };
  }
}

/** For the audit trail: without the contact, who is a person. */
export const auditedEnterprise = ({
  id: _,
  contactName: __,
  contactPhoneSealed: ___,
  createdAt: ____,
  ...rest
}: Enterprise): unknown => rest;
