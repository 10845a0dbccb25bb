import { Injectable } from '@nestjs/common';
import { readCreditCode } from '../../domain/registry/numbers/credit-code';
import { maskIdNumber } from '../../domain/registry/numbers/mask';
import { readDocument } from '../../domain/registry/numbers/person-document';
import { normalPhone } from '../../kernel/phone';
import { conflict, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import { Sealer } from '../../platform/database/sealer';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { Ids } from '../../platform/time/ids';
import type { LoginCodeSent } from '../identity/auth.dto';
import { PhoneCodes } from '../identity/phone-codes';
import { PHONE_SEAL } from '../identity/user.mapper';
import { RegionsReader } from '../regions/regions.reader';
import { WELDER_ID_NUMBER } from '../registry/welders/welder.mapper';
import type {
  AskRegistrationRequest,
  FirmDraft,
  FollowRegistrationRequest,
  OwnRegistrations,
  OwnRegistrationView,
} from './registration.dto';
import { ownView } from './registration.mapper';
import { type Registration, RegistrationStore } from './registration.store';

const SCOPE = systemScope('registration');
const wrongPhone = (): Refusal => wrongField('phone', 'field.phone');

type Firm = Pick<Registration, 'firmName' | 'firmKind' | 'uscc' | 'industry'>;

/** Registering oneself, without an account: the phone is shown to be one's own by a code. Every phone gets the same answers. */
@Injectable()
export class AskRegistration {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registrations: RegistrationStore,
    private readonly codes: PhoneCodes,
    private readonly regions: RegionsReader,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async sendCode(typed: string, address: string): Promise<Result<LoginCodeSent, Refusal>> {
    const phone = normalPhone(typed);
    if (phone === null) return refused(wrongPhone());
    const subject = { purpose: 'registration', phone } as const;
    return this.uow.run(SCOPE, (tx) =>
      this.codes.send(tx, subject, 'message.registration-code', address, this.clock.now()),
    );
  }

  async execute(body: AskRegistrationRequest, address: string): Promise<Result<OwnRegistrationView, Refusal>> {
    const at = this.clock.now();
    const phone = normalPhone(body.phone);
    if (phone === null) return refused(wrongPhone());
    const draft = this.draftOf(body, phone, at);
    if (!draft.ok) return draft;
    return this.uow.run(SCOPE, async (tx) => {
      if (!(await this.regions.exists(tx, body.regionCode))) return refused(wrongField('regionCode', 'region.unknown'));
      const proved = await this.prove(tx, phone, body, address, at);
      if (proved) return refused(proved);
      if (!(await this.registrations.insert(tx, draft.value))) return refused(conflict('registration.waits-already'));
      this.journal.record(tx, { userId: null, name: 'registration', address }, at, [
        {
          ...{ action: 'registration.asked', entity: 'registration', entityId: draft.value.id },
          ...{ regionCode: body.regionCode, after: { kind: body.kind, idNumber: draft.value.idNumberMasked } },
        },
      ]);
      return ok(ownView(draft.value));
    });
  }

  /** What became of it, for the owner of the phone. */
  async follow(body: FollowRegistrationRequest, address: string): Promise<Result<OwnRegistrations, Refusal>> {
    const at = this.clock.now();
    const phone = normalPhone(body.phone);
    if (phone === null) return refused(wrongPhone());
    return this.uow.run(SCOPE, async (tx) => {
      const proved = await this.prove(tx, phone, body, address, at);
      if (proved) return refused(proved);
      const own = await this.registrations.ofPhone(tx, this.sealer.fingerprint(PHONE_SEAL, phone));
      return ok({ items: own.map(ownView) });
    });
  }

  private async prove(
    tx: Tx,
    phone: string,
    { code }: { code: string },
    address: string,
    at: Instant,
  ): Promise<Refusal | null> {
    const holds = await this.codes.holds(tx, { purpose: 'registration', phone }, code, address, at);
    return holds ? null : wrongField('code', 'registration.wrong-code');
  }

  private draftOf(body: AskRegistrationRequest, phone: string, at: Instant): Result<Registration, Refusal> {
    const firm = firmIn(body);
    if (!firm.ok) return firm;
    // whoever leads an enterprise's accounts signs for it: the card itself is asked for
    const idKind = body.kind === 'enterprise' ? 'resident' : (body.idKind ?? 'resident');
    const read = readDocument(idKind, body.idNumber, at);
    if (!read.ok) return refused(wrongField('idNumber', read.refusal));
    const number = read.value.value;
    return ok({
      ...{
        id: this.ids.next(at),
        kind: body.kind,
        state: 'waiting',
        regionCode: body.regionCode,
        name: body.name.trim(),
      },
      ...{ phoneSealed: this.sealer.seal(PHONE_SEAL, phone), phoneHash: this.sealer.fingerprint(PHONE_SEAL, phone) },
      ...{ idKind, idNumberSealed: this.sealer.seal(WELDER_ID_NUMBER, number), idNumberMasked: maskIdNumber(number) },
      ...{ idNumberHash: this.sealer.fingerprint(WELDER_ID_NUMBER, number), ...firm.value, trade: null, askedAt: at },
      ...{ settledAt: null, settledBy: null, refusedFor: null, welderId: null, enterpriseId: null, userId: null },
    });
  }
}

function firmIn({ kind, enterprise }: AskRegistrationRequest): Result<Firm, Refusal> {
  if (kind === 'welder') return ok({ firmName: null, firmKind: null, uscc: null, industry: null });
  return enterprise ? firmOf(enterprise) : refused(wrongField('enterprise', 'registration.enterprise-needed'));
}

function firmOf({ name, uscc, kind, industry }: FirmDraft): Result<Firm, Refusal> {
  const firmKind = kind ?? (uscc === undefined ? 'individual' : 'company');
  const firm = { firmName: name.trim(), firmKind, industry };
  if (uscc === undefined)
    return firmKind === 'company'
      ? refused(wrongField('enterprise.uscc', 'enterprise.uscc-required'))
      : ok({ ...firm, uscc: null });
  const read = readCreditCode(uscc);
  return read.ok ? ok({ ...firm, uscc: read.value }) : refused(wrongField('enterprise.uscc', read.refusal));
}
