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

/** What a registration is shown with: names of places and of officials, and the key to its phone. */
export interface Shown {
  readonly regions: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly sealer: Sealer;
}

const nameIn = (people: Shown['people'], id: string | null): string | null =>
  id === null ? null : (people.get(id) ?? null);

export const registrationView = (registration: Registration, { regions, people, sealer }: Shown): RegistrationView => ({
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
  settledByName: nameIn(people, registration.settledBy),
  welderId: registration.welderId,
  enterpriseId: registration.enterpriseId,
});

export const handoverView = (handover: RegistrationHandoverRow, { people }: Pick<Shown, 'people'>): HandoverView => ({
  from: handover.fromTrade,
  to: handover.toTrade,
  reason: handover.reason,
  handedBy: handover.handedBy,
  handedByName: nameIn(people, handover.handedBy),
  handedAt: isoTime(handover.handedAt),
  receivedBy: handover.receivedBy,
  receivedByName: nameIn(people, handover.receivedBy),
  receivedAt: isoTimeOrNull(handover.receivedAt),
});
