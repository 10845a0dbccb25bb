import { Injectable } from '@nestjs/common';
import { maskIdNumber } from '../../../domain/registry/numbers/mask';
import { readDocument, type DocumentKind, type PersonDocument } from '../../../domain/registry/numbers/person-document';
import { maskPhone, normalPhone } from '../../../kernel/phone';
import { conflict, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Call, Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Sealer } from '../../../platform/database/sealer';
import { Ids } from '../../../platform/time/ids';
import { RegionsReader } from '../../regions/regions.reader';
import { CodeRegistry } from '../code-registry';
import { outsideScope } from '../outside-scope';
import { RegistryReader, type EnterpriseFacts } from '../registry.reader';
import { registryEvent } from '../registry-event';
import type { RegisterWelderRequest, WelderView } from './welder.dto';
import { WelderStore, type Welder } from './welder.store';
import { WELDER_ID_NUMBER, WELDER_PHONE, welderView } from './welder.mapper';

type Proofread = PersonDocument & { readonly phone: string; readonly idKind: DocumentKind };

@Injectable()
export class RegisterWelder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly welders: WelderStore,
    private readonly registry: RegistryReader,
    private readonly regions: RegionsReader,
    private readonly codes: CodeRegistry,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** As the system, because a person may be registered anywhere in the country; the caller's reach is checked here. */
  execute(request: Request, body: RegisterWelderRequest): Promise<Result<WelderView, Refusal>> {
    return this.uow.attempt(systemScope('register-welder'), (tx) => this.registerIn({ ...request, tx }, body));
  }

  /** As part of something greater, in its transaction; a refusal takes all of it back. */
  async registerIn(call: Call, body: RegisterWelderRequest): Promise<Result<WelderView, Refusal>> {
    const { tx, caller, at } = call;
    const read = proofread(body, at);
    if (!read.ok) return read;
    const employer = await this.employerOf(tx, caller, body);
    if (!employer.ok) return employer;
    const id = this.ids.next(at);
    const code = await this.codes.issue(tx, 'welder', id, at);
    const welder = this.newWelder({ ...body, id, code }, read.value, employer.value, at);
    const claimed = await this.insert(tx, caller, welder);
    if (!claimed.ok) return claimed; // the code goes back with the rest
    if (welder.enterpriseId !== null) await this.welders.employ(tx, id, welder.enterpriseId, at);
    this.record(call, welder, claimed.value);
    return ok(welderView(welder));
  }

  /**
   * A person the caller may read is not registered twice. One they may not read gets a record that claims to be them:
   * answered and used like any new one, so that nobody learns who is known. Answers with whom it claims to be.
   */
  private async insert(tx: Tx, caller: Caller, welder: Welder): Promise<Result<string | null, Refusal>> {
    for (let tries = 0; tries < 3; tries++) {
      const known = await this.welders.ofNumber(tx, welder.idNumberHash);
      const inSight = known.find((one) => reaches(caller.scope, { ...one, welderId: one.id }));
      if (inSight !== undefined) return refused(alreadyRegistered(inSight.id));
      const person = known.find(({ samePersonAs }) => samePersonAs === null)?.id ?? null;
      if (await this.welders.insert(tx, welder, person)) return ok(person);
    }
    return refused(alreadyRegistered(null)); // each time somebody else was quicker
  }

  private async employerOf(
    tx: Tx,
    caller: Caller,
    { regionCode, enterpriseId }: RegisterWelderRequest,
  ): Promise<Result<EnterpriseFacts | null, Refusal>> {
    if (!(await this.regions.exists(tx, regionCode))) return refused(wrongField('regionCode', 'region.unknown'));
    const enterprise = enterpriseId === undefined ? null : await this.registry.enterpriseById(tx, enterpriseId);
    if (enterpriseId !== undefined && !enterprise) return refused(wrongField('enterpriseId', 'enterprise.unknown'));
    return reaches(caller.scope, { regionCode, enterpriseId }) ? ok(enterprise) : refused(outsideScope());
  }

  private newWelder(
    { id, code, name, regionCode }: RegisterWelderRequest & { id: string; code: string },
    { value, warnings, phone, idKind }: Proofread,
    employer: EnterpriseFacts | null,
    at: Instant,
  ): Welder {
    return {
      id,
      name: name.trim(),
      idNumberSealed: this.sealer.seal(WELDER_ID_NUMBER, value),
      idNumberHash: this.sealer.fingerprint(WELDER_ID_NUMBER, value),
      idNumberMasked: maskIdNumber(value),
      idKind,
      phoneSealed: this.sealer.seal(WELDER_PHONE, phone),
      phoneHash: this.sealer.fingerprint(WELDER_PHONE, phone),
      phoneMasked: maskPhone(phone),
      regionCode,
      enterpriseId: employer?.id ?? null,
      enterpriseName: employer?.name ?? null,
      claimsToBe: null,
      status: 'active',
      code,
      warnings: [...warnings],
      trainingValidTo: null,
      version: 1,
      createdAt: at,
    };
  }

  private record({ tx, caller, at }: Call, welder: Welder, samePersonAs: string | null): void {
    const { idNumberMasked, phoneMasked, regionCode, enterpriseId, code, warnings } = welder;
    this.journal.record(
      tx,
      caller,
      at,
      [
        {
          action: 'welder.registered',
          entity: 'welder',
          entityId: welder.id,
          regionCode,
          after: { idNumber: idNumberMasked, phone: phoneMasked, enterpriseId, code, warnings, samePersonAs },
        },
      ],
      [registryEvent('welder', welder)],
    );
  }
}

function proofread(
  { idNumber, idKind = 'resident', phone }: RegisterWelderRequest,
  at: Instant,
): Result<Proofread, Refusal> {
  const read = readDocument(idKind, idNumber, at);
  if (!read.ok) return refused(wrongField('idNumber', read.refusal));
  const mobile = normalPhone(phone);
  if (mobile === null) return refused(wrongField('phone', 'welder.phone-malformed'));
  return ok({ ...read.value, phone: mobile, idKind });
}

/** The id alone says nothing about a person, and whoever typed their number may employ them. */
const alreadyRegistered = (id: string | null): Refusal => conflict('welder.exists', { extra: { id } });
