import { Injectable } from '@nestjs/common';
import { forbidden, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { instantOf } from '../../kernel/rfc3339';
import { MINUTE } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { OwnPhotos } from '../../platform/files/own-photos';
import { Ids } from '../../platform/time/ids';
import type { CollectRequest } from './collection.dto';
import { CollectionStore, type Collection } from './collection.store';
import { CollectEnterprise } from './subjects/collect-enterprise';
import { CollectMachine } from './subjects/collect-machine';
import { CollectWelder } from './subjects/collect-welder';
import { existingIn, NEW, sameOrNew, type Decided } from './same-or-new';
import type { Subject } from './subjects/subject';
import { evidenceIn } from './subjects/evidence';
import { countyOf, pinOf } from './subjects/where-collected';

/** A phone's clock may run a little ahead. */
const AHEAD = 10 * MINUTE;

/** Under the system's scope, because a second record of one thing may lie where the caller sees nothing; the register checks the caller's reach. */
const SCOPE = systemScope('collect');

/** Enters what was collected on the spot: as a new record, or as a second look at one that is there. */
@Injectable()
export class Collect {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly collections: CollectionStore,
    private readonly machines: CollectMachine,
    private readonly welders: CollectWelder,
    private readonly enterprises: CollectEnterprise,
    private readonly photos: OwnPhotos,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** What the register itself finds to be there already is a second look, too. */
  async execute(request: Request, deviceNumber: string, body: CollectRequest): Promise<Result<Collection, Refusal>> {
    const at = instantOf(body.collectedAt);
    if (at > request.at + AHEAD) return refused(wrongField('collectedAt', 'collection.in-the-future'));
    const first = await this.attempt(request, deviceNumber, body, null);
    const existing = first.ok ? null : existingIn(first.refusal);
    return existing === null ? first : this.attempt(request, deviceNumber, body, existing);
  }

  private attempt(
    request: Request,
    deviceNumber: string,
    body: CollectRequest,
    existing: Decided | null,
  ): Promise<Result<Collection, Refusal>> {
    return this.uow.attempt(SCOPE, async (tx) => {
      const call = { ...request, tx };
      await this.collections.takeTurn(tx, body.kind, countyOf(request.caller));
      const before = await this.collections.ofDevice(tx, request.caller.userId, deviceNumber);
      if (before) return ok(before);
      const objection = await this.objectionTo(call, body);
      if (objection) return refused(objection);
      const subject = await this.read(call, body);
      if (!subject.ok) return subject;
      const decided = existing ? ok(existing) : sameOrNew(subject.value.found, body, pinOf(body));
      if (!decided.ok) return decided;
      return this.enter(call, deviceNumber, body, subject.value, decided.value);
    });
  }

  private read(call: Call, body: CollectRequest): Promise<Result<Subject, Refusal>> {
    const makers = { machine: this.machines, welder: this.welders, enterprise: this.enterprises };
    return makers[body.kind].read(call, body);
  }

  private async objectionTo({ tx, caller }: Call, { photoIds = [], machine }: CollectRequest): Promise<Refusal | null> {
    if (caller.scope.kind !== 'region') return forbidden('collection.officials-only');
    const pictures = machine?.signatureId === undefined ? photoIds : [...photoIds, machine.signatureId];
    return (await this.photos.areOf(tx, caller, pictures)) ? null : wrongField('photoIds', 'collection.photo-unknown');
  }

  private async enter(
    call: Call,
    deviceNumber: string,
    body: CollectRequest,
    subject: Subject,
    decided: Decided,
  ): Promise<Result<Collection, Refusal>> {
    const held = decided === NEW ? subject.heldSealed : null;
    const registered = decided === NEW && held === null ? await subject.register() : null;
    if (registered && !registered.ok) return registered;
    if (decided !== NEW) await subject.joinTo(decided.id);
    const duplicateOf = decided === NEW ? null : decided.id;
    const collection: Collection = {
      ...{ id: this.ids.next(call.at), deviceNumber, kind: body.kind, collectedBy: call.caller.userId },
      ...{ receivedAt: call.at, certificateId: null, certificateFault: null },
      ...evidenceIn(body),
      ...{ state: held !== null ? 'number-owed' : 'done', entityId: registered?.value.id ?? duplicateOf, duplicateOf },
      reasons: decided === NEW ? [] : [...decided.reasons],
      regionCode: registered?.value.regionCode ?? subject.regionCode,
      phoneHash: subject.phoneHash,
    };
    await this.collections.insert(call.tx, collection);
    if (held !== null) await this.collections.hold(call.tx, collection.id, held);
    this.record(call, collection);
    return ok(collection);
  }

  private record({ tx, caller, at }: Call, collection: Collection): void {
    const { id: entity, kind, regionCode, entityId, duplicateOf, reasons, photoIds } = collection;
    const after = { kind, entityId, duplicateOf, reasons, photoIds };
    this.journal.record(tx, caller, at, [
      { action: 'collection.taken', entity: 'collection', entityId: entity, regionCode, after },
    ]);
  }
}
