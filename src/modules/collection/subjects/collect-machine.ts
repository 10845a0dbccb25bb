import { Injectable } from '@nestjs/common';
import { best, compareMachines, type MachineSeen } from '../../../domain/collection/duplicates';
import type { Pin } from '../../../domain/collection/keys';
import { readSerialNumber } from '../../../domain/registry/numbers/serial-number';
import { parseCode } from '../../../domain/registry/code';
import { oneOrMany, wrongField, type FieldError, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { instantOf } from '../../../kernel/rfc3339';
import { readTyped } from '../../../kernel/typed-text';
import type { Call } from '../../../platform/auth/request';
import { CodeRegistry } from '../../registry/code-registry';
import { ExternalCodes } from '../../registry/codes/external-codes';
import type { RegisterMachineRequest } from '../../registry/machines/machine.dto';
import { PlaceMachine } from '../../registry/machines/place-machine';
import { RegisterMachine } from '../../registry/machines/register-machine';
import { Candidates } from './candidates.view';
import type { CollectRequest } from '../collection.dto';
import type { CollectedMachine } from '../collected-subject.dto';
import { CollectedOwner, type Owner } from './collected-owner';
import type { Subject } from './subject';
import { countyOf, pinOf, regionOf } from './where-collected';

/** What stands for the model where no nameplate tells it. */
const NO_MODEL = '铭牌无法辨认';
const SECOND_STICKER = '同一台设备重复采集时所贴';

@Injectable()
export class CollectMachine {
  constructor(
    private readonly owners: CollectedOwner,
    private readonly candidates: Candidates,
    private readonly register: RegisterMachine,
    private readonly places: PlaceMachine,
    private readonly codes: CodeRegistry,
    private readonly externals: ExternalCodes,
  ) {}

  async read(call: Call, body: CollectRequest): Promise<Result<Subject, Refusal>> {
    const { machine } = body;
    if (!machine) return refused(wrongField('machine', 'collection.subject-missing'));
    const errors = faultsOf(machine, body);
    if (errors.length > 0) return refused(oneOrMany(errors));
    const owner = await this.owners.find(call, { ...machine, number: machine.ownerNumber });
    if (!owner.ok) return owner;
    const regionCode = regionOf(call.caller, body.regionCode, owner.value.regionCode);
    const asked = registration(machine, owner.value, regionCode);
    return ok({
      regionCode,
      found: best(await this.compared(call, body, machine, asked)),
      ...{ phoneHash: null, heldSealed: null },
      register: () => this.enter(call, asked, pinOf(body), machine),
      joinTo: async (id) => {
        await this.addSticker(call, id, machine.blankCode, regionCode);
        await this.keepExternal(call, { id, regionCode }, machine);
        await this.places.put(call, id, { pin: pinOf(body), placeName: machine.placeName });
      },
    });
  }

  private async compared(
    { tx, caller }: Call,
    body: CollectRequest,
    machine: CollectedMachine,
    asked: RegisterMachineRequest,
  ) {
    const stickers = stickersOf(machine);
    const seen: MachineSeen = {
      code: stickers[0] ?? null,
      serial: readSerialNumber(machine.serialNumber),
      model: machine.model ?? null,
      owner: asked.enterpriseId ?? asked.ownerWelderId ?? null,
      place: pinOf(body),
      by: caller.userId,
      at: instantOf(body.collectedAt),
    };
    const question = { county: countyOf(caller), by: caller.userId };
    const known = await this.candidates.machines(tx, { ...seen, stickers }, question);
    return known.map(
      ({ seen: other, ...shown }) =>
        [shown, compareMachines(seen, { ...other, model: other.model === NO_MODEL ? null : other.model })] as const,
    );
  }

  /** Machines of this number elsewhere were compared already: whoever is asked about them answers for it. */
  private async enter(
    call: Call,
    asked: RegisterMachineRequest,
    pin: Pin | null,
    machine: CollectedMachine,
  ): Promise<Result<{ id: string; regionCode: string }, Refusal>> {
    const registered = await this.register.registerIn(call, asked, []);
    if (!registered.ok) return registered;
    const kept = await this.keepExternal(call, registered.value, machine);
    if (!kept.ok) return refused(wrongField('machine.externalCode', kept.refusal.code));
    await this.places.put(call, registered.value.id, { pin });
    return registered;
  }

  /** Of one that is known, a sticker that stands for another machine is no reason to lose the collection. */
  private async keepExternal(
    call: Call,
    { id, regionCode }: { readonly id: string; readonly regionCode: string },
    { externalCode, externalSystem = 'province' }: CollectedMachine,
  ): Promise<Result<unknown, Refusal>> {
    if (externalCode === undefined) return ok(null);
    const code = { content: externalCode, system: externalSystem, kind: 'machine' as const, entityId: id };
    return this.externals.keep(call, code, regionCode);
  }

  /** Two stickers on one machine: both lead to it, and one counts. A bound or foreign one is no reason to lose the collection. */
  private async addSticker({ tx, at }: Call, entityId: string, sticker: string | undefined, regionCode: string) {
    const code = await this.candidates.codeOf(tx, entityId);
    if (sticker === undefined || code === null) return;
    await this.codes.bindBlank(tx, sticker, { kind: 'machine', entityId, regionCode }, { code, at, reason: SECOND_STICKER }); // prettier-ignore
  }
}

/** What is stuck on it, as it is looked for: a sticker of ours, then one of another system. */
function stickersOf({ blankCode, externalCode }: CollectedMachine): string[] {
  const own = blankCode === undefined ? null : parseCode(blankCode);
  return [own, externalCode === undefined ? null : readTyped(externalCode)].filter((one) => one !== null);
}

function faultsOf(machine: CollectedMachine, { photoIds = [] }: CollectRequest): FieldError[] {
  const { nameplate, nameplateReason, model, enterpriseId, ownerWelderId, ownerNumber } = machine;
  const owners = [enterpriseId, ownerWelderId, ownerNumber].filter((one) => one !== undefined);
  return [
    ...(photoIds.length === 0 ? [{ path: 'photoIds', code: 'collection.photo-missing' }] : []),
    ...(nameplate === 'photo' && model === undefined
      ? [{ path: 'machine.model', code: 'collection.model-missing' }]
      : []),
    ...(nameplate === 'none-legible' && nameplateReason === undefined
      ? [{ path: 'machine.nameplateReason', code: 'collection.reason-missing' }]
      : []),
    ...(owners.length === 1 ? [] : [{ path: 'machine.enterpriseId', code: 'collection.one-owner' }]),
  ];
}

const registration = (
  { serialNumber, model, process, outlets, ratedCurrentA, control, blankCode, placeName }: CollectedMachine,
  { enterpriseId, ownerWelderId }: Owner,
  regionCode: string,
): RegisterMachineRequest => ({
  ...{ serialNumber, model: model ?? NO_MODEL, process, outlets, ratedCurrentA, control, blankCode, placeName },
  ...{ enterpriseId, ownerWelderId, regionCode },
});
