import { maskPhone } from '../../kernel/phone';
import { isoTime, isoTimeOrNull } from '../../kernel/time';
import type { Sealer } from '../../platform/database/sealer';
import type { RegistrationHandoverRow } from '../../schema/registrations/registration-handover.row';
import { PHONE_SEAL } from '../identity/user.mapper';
import type { HandoverView, OwnRegistrationView, RegistrationView } from './registration.dto';
import type { Registration } from './registration.store';

export const ownView = (registration: Registration): OwnRegistrationView => ({
  id: registration.id,
  kind: registration.kind,
  state: registration.state,
  name: registration.name,
  firmName: registration.firmName,
  regionCode: registration.regionCode,
  askedAt: isoTime(registration.askedAt),
  settledAt: isoTimeOrNull(registration.settledAt),
  refusedFor: registration.refusedFor,
});

export const registrationView = (
  registration: Registration,
  regions: ReadonlyMap<string, string>,
  sealer: Sealer,
): RegistrationView => ({
  ...ownView(registration),
  phone: maskPhone(sealer.open(PHONE_SEAL, registration.phoneSealed)),
  idKind: registration.idKind,
  idNumber: registration.idNumberMasked,
  uscc: registration.uscc,
  firmKind: registration.firmKind,
  industry: registration.industry,
  trade: registration.trade,
  regionName: regions.get(registration.regionCode) ?? registration.regionCode,
  settledBy: registration.settledBy,
  welderId: registration.welderId,
  enterpriseId: registration.enterpriseId,
});

export const handoverView = (handover: RegistrationHandoverRow): HandoverView => ({
  from: handover.fromTrade,
  to: handover.toTrade,
  reason: handover.reason,
  handedBy: handover.handedBy,
  handedAt: isoTime(handover.handedAt),
  receivedBy: handover.receivedBy,
  receivedAt: isoTimeOrNull(handover.receivedAt),
});
