import { Injectable } from '@nestjs/common';
import { faultOfDates } from '../../domain/contracts/contract';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { readIdentifier, readTyped } from '../../kernel/typed-text';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { OwnPhotos } from '../../platform/files/own-photos';
import { Ids } from '../../platform/time/ids';
import { RegistryReader } from '../registry/registry.reader';
import type {
  ContractView,
  EndContractRequest,
  MakeContractRequest,
  PutAgreementRequest,
  PutPeopleRequest,
} from './contract.dto';
import { ContractStore, type Contract } from './contract.store';
import { FindContracts } from './find-contracts';

type Answer = Promise<Result<ContractView, Refusal>>;

/** Either side enters the contract; either side hands the signed agreement in, and either may say that it ended. */
@Injectable()
export class KeepContracts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly contracts: ContractStore,
    private readonly find: FindContracts,
    private readonly registry: RegistryReader,
    private readonly photos: OwnPhotos,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async make(request: Request, body: MakeContractRequest): Answer {
    const { caller, at } = request;
    if (caller.enterpriseId === null) return refused(forbidden('contract.own-firm-only'));
    const own = caller.enterpriseId;
    const fault = faultOfDates(body);
    if (fault) return refused(wrongField('endsOn', fault));
    const made = await this.uow.attempt(systemScope('contracts'), async (tx): Promise<Result<string, Refusal>> => {
      const mine = (await this.registry.enterpriseById(tx, own))!;
      const other = await this.otherOf(tx, body.other);
      if (!other || other.status !== 'active') return refused(wrongField('other', 'contract.other-unknown'));
      if (other.id === own) return refused(wrongField('other', 'contract.with-oneself'));
      const [client, contractor] = body.as === 'client' ? [mine, other] : [other, mine];
      const { welderIds = [], machineIds = [] } = body;
      const foreign = await this.foreignOf(tx, contractor.id, welderIds, machineIds);
      if (foreign) return refused(wrongField(foreign, 'contract.not-of-contractor'));
      const contract: Contract = {
        ...{ id: this.ids.next(at), clientId: client.id, contractorId: contractor.id, kind: body.kind },
        ...{ clientRegion: client.regionCode, contractorRegion: contractor.regionCode },
        ...{ work: readTyped(body.work), qualification: readTyped(body.qualification) },
        ...{ qualificationUntil: body.qualificationUntil ?? null, startsOn: body.startsOn, endsOn: body.endsOn },
        ...{ welderIds, machineIds, agreementFileIds: [], agreementSignedOn: null, agreementUntil: null },
        ...{ madeBy: caller.userId, madeAt: at, endedBy: null, endedAt: null, endReason: null },
      };
      await this.contracts.insert(tx, contract);
      const { kind, startsOn, endsOn } = contract;
      this.record({ ...request, tx }, 'made', contract, { kind, startsOn, endsOn });
      return ok(contract.id);
    });
    return made.ok ? this.find.one(request, made.value) : made;
  }

  putAgreement(request: Request, id: string, { fileIds, signedOn, until }: PutAgreementRequest): Answer {
    return this.take(request, id, 'agreement', async ({ tx, caller }, contract) => {
      if (until < signedOn) return refused(wrongField('until', 'contract.agreement-dates'));
      const added = fileIds.filter((file) => !contract.agreementFileIds.includes(file));
      if (!(await this.photos.areOf(tx, caller, added)))
        return refused(wrongField('fileIds', 'violation.photo-unknown'));
      await this.contracts.change(tx, id, {
        ...{ agreementFileIds: fileIds, agreementSignedOn: signedOn, agreementUntil: until },
      });
      return ok({ signedOn, until });
    });
  }

  /** Who and what of the contractor works at the client's site from now on; what is not given stays. */
  putPeople(request: Request, id: string, body: PutPeopleRequest): Answer {
    return this.take(request, id, 'people', async ({ tx }, contract) => {
      const { welderIds = contract.welderIds, machineIds = contract.machineIds } = body;
      const foreign = await this.foreignOf(tx, contract.contractorId, welderIds, machineIds);
      if (foreign) return refused(wrongField(foreign, 'contract.not-of-contractor'));
      await this.contracts.change(tx, id, { welderIds, machineIds });
      return ok({ welderIds, machineIds });
    });
  }

  end(request: Request, id: string, { reason }: EndContractRequest): Answer {
    return this.take(request, id, 'ended', async ({ tx, caller, at }) => {
      const ended = { endedBy: caller.userId, endedAt: at, endReason: readTyped(reason) };
      await this.contracts.change(tx, id, ended);
      return ok({});
    });
  }

  private async take(
    request: Request,
    id: string,
    what: string,
    work: (call: Call, contract: Contract) => Promise<Result<object, Refusal>>,
  ): Answer {
    const own = request.caller.enterpriseId;
    const done = await this.uow.attempt(systemScope('contracts'), async (tx): Promise<Result<null, Refusal>> => {
      const call = { ...request, tx };
      const contract = await this.contracts.lock(tx, id);
      if (!contract || own === null || ![contract.clientId, contract.contractorId].includes(own))
        return refused(notFound('contract.not-found'));
      if (contract.endedAt !== null) return refused(conflict('contract.ended-already'));
      const taken = await work(call, contract);
      if (!taken.ok) return taken;
      this.record(call, what, contract, taken.value);
      return ok(null);
    });
    return done.ok ? this.find.one(request, id) : done;
  }

  /** By what is printed on its licence, as an enterprise knows another; or by id. */
  private async otherOf(tx: Tx, typed: string) {
    return (
      (await this.registry.enterpriseByCreditCode(tx, readIdentifier(typed))) ??
      (await this.registry.enterpriseById(tx, typed))
    );
  }

  /** The field that names somebody or something that is not the contractor's. */
  private async foreignOf(
    tx: Tx,
    contractorId: string,
    welderIds: readonly string[],
    machineIds: readonly string[],
  ): Promise<'welderIds' | 'machineIds' | null> {
    const welders = (await this.registry.weldersById(tx, welderIds)).filter((one) => one.enterpriseId === contractorId);
    if (welders.length !== welderIds.length) return 'welderIds';
    const machines = (await this.registry.machinesById(tx, machineIds)).filter(
      (one) => one.enterpriseId === contractorId,
    );
    return machines.length === machineIds.length ? null : 'machineIds';
  }

  private record({ tx, caller, at }: Call, what: string, contract: Contract, after: object): void {
    const { id: entityId, clientRegion: regionCode, clientId, contractorId } = contract;
    const entry = { action: `contract.${what}`, entity: 'contract', entityId, regionCode };
    const event = { type: `contract.${what}`, entity: 'contract', entityId, regionCode };
    const enterpriseIds = [clientId, contractorId];
    this.journal.record(tx, caller, at, [{ ...entry, after: { ...after, clientId, contractorId } }], [{ ...event, enterpriseIds }]); // prettier-ignore
  }
}
