import { Injectable } from '@nestjs/common';
import {
  HANDOVER_COMMANDS, handoverLifeCycle, isOverdue, offerFault, type HandoverCommand, type HandoverSnapshot,
} from '../../../domain/registry/machine-handover'; // prettier-ignore
import { hasRole, LEADERS } from '../../../domain/people/roles';
import { parseCode } from '../../../domain/registry/code';
import { conflict, forbidden, invalid, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { subtreeRange } from '../../../kernel/region-code';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { Ids } from '../../../platform/time/ids';
import { MachineStore, type Machine } from '../machines/machine.store';
import { registryEvent } from '../registry-event';
import type { AnswerHandoverRequest, MachineHandoverPage, MachineHandoverQuery, MachineHandoverView, OfferMachineRequest } from './handover.dto'; // prettier-ignore
import { HandoverStore, type Handover } from './handover.store';
import { handoverList, handoverOf, type HandoverReach, type ListedHandover } from './handovers.view';

/**
 * Dealers and rental firms say what they sell, rent out and lend; the receiver confirms. Under the system's scope, because
 * the other side lies outside the caller's; whose machine and whose handover it is, is asked here.
 */
@Injectable()
export class HandOverMachines {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly machines: MachineStore,
    private readonly handovers: HandoverStore,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async list({ caller, at }: Request, query: MachineHandoverQuery): Promise<MachineHandoverPage> {
    const today = shanghaiDate(at);
    const reach = { ...reachOf(caller), enterpriseId: ledBy(caller) };
    const rows = await this.uow.run(systemScope('handovers'), (tx) => handoverList(tx, reach, query, today));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map((one) => viewOf(one, caller, today)) };
  }

  offer(request: Request, machineId: string, body: OfferMachineRequest): Promise<Result<MachineHandoverView, Refusal>> {
    const { caller, at } = request;
    const today = shanghaiDate(at);
    const { kind, fromOn = today, untilOn = null, stickerHanded } = body;
    return this.uow.attempt(systemScope('hand-over'), async (tx) => {
      const machine = await this.machines.lock(tx, machineId);
      if (!machine || machine.enterpriseId === null || machine.enterpriseId !== caller.enterpriseId)
        return refused(notFound('machine.not-found'));
      if (isGone(machine)) return refused(conflict('handover.machine-gone'));
      const fault = offerFault({ kind, fromOn, untilOn });
      if (fault) return refused(wrongField('untilOn', fault));
      const to = await this.handovers.receiverOf(tx, parseCode(body.to) ?? body.to.trim());
      if (!to) return refused(wrongField('to', 'handover.receiver-unknown'));
      if (to.toEnterpriseId === machine.enterpriseId) return refused(wrongField('to', 'handover.to-oneself'));
      const handover: Handover = {
        ...{ id: this.ids.next(at), machineId, kind, state: 'offered', regionCode: machine.regionCode },
        ...{ fromEnterpriseId: machine.enterpriseId, toEnterpriseId: to.toEnterpriseId, toWelderId: to.toWelderId },
        ...{ fromOn, untilOn, stickerHanded, note: body.note?.trim() ?? null, offeredBy: caller.userId, offeredAt: at },
        ...{ answeredBy: null, answeredAt: null, reason: null, endedBy: null, endedAt: null },
      };
      if (!(await this.handovers.insert(tx, handover))) return refused(conflict('handover.open-already'));
      this.record({ ...request, tx }, 'offered', handover, { kind, fromOn, untilOn, stickerHanded });
      return ok(viewOf((await handoverOf(tx, reachOf(caller), handover.id))!, caller, today));
    });
  }

  command(request: Request, id: string, name: string, { reason }: AnswerHandoverRequest): Promise<Result<MachineHandoverView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(systemScope('hand-over'), async (tx) => {
      const command = HANDOVER_COMMANDS.find((one) => one === name);
      const handover = await this.handovers.lock(tx, id);
      if (!command || !handover || !(await handoverOf(tx, reachOf(caller), id))) return refused(notFound('handover.not-found'));
      const snapshot = snapshotOf(handover, caller, shanghaiDate(at));
      const step = handoverLifeCycle.step(snapshot, command);
      if (step.outcome === 'refused') return refused(forbidden(step.reasons[0]!));
      if (step.outcome === 'not-open')
        return refused(conflict('handover.command-not-open', { extra: { commands: handoverLifeCycle.open(snapshot) } }));
      if (command === 'refuse' && reason === undefined)
        return refused(invalid('handover.reason-missing', { errors: [{ path: 'reason', code: 'handover.reason-missing' }] }));
      await this.handovers.change(tx, id, { state: step.to, ...answerOf(command, caller.userId, at, reason) });
      const moved = await this.moveMachine({ ...request, tx }, handover, command);
      if (moved) return refused(moved);
      this.record({ ...request, tx }, step.to, handover, reason === undefined ? {} : { reason });
      return ok(viewOf((await handoverOf(tx, reachOf(caller), id))!, caller, shanghaiDate(at)));
    });
  }

  /** Sold: another owner, in their region. Rented out or lent: the owner stays and answers for its condition, the user for its use. */
  private async moveMachine({ tx }: Call, handover: Handover, command: HandoverCommand): Promise<Refusal | null> {
    const { machineId, kind, toEnterpriseId, toWelderId } = handover;
    if (command === 'return') await this.handovers.putUser(tx, machineId, { enterpriseId: null, welderId: null });
    if (command !== 'confirm') return null;
    const machine = (await this.machines.lock(tx, machineId))!;
    if (isGone(machine) || machine.enterpriseId !== handover.fromEnterpriseId) return conflict('handover.machine-gone');
    if (kind !== 'sale') {
      await this.handovers.putUser(tx, machineId, { enterpriseId: toEnterpriseId, welderId: toWelderId });
      return null;
    }
    await this.machines.clearPlace(tx, machineId);
    const regionCode = (await this.handovers.regionOf(tx, handover)) ?? machine.regionCode;
    const sold = { ...machine, enterpriseId: toEnterpriseId, ownerWelderId: toWelderId, regionCode, placeName: null };
    return (await this.machines.save(tx, { ...sold, version: machine.version + 1 })) ? null : conflict('machine.exists');
  }

  private record({ tx, caller, at }: Call, what: string, handover: Handover, after: object): void {
    const { id, machineId, regionCode, fromEnterpriseId, toEnterpriseId } = handover;
    const entry = { action: `machine.handover-${what}`, entity: 'machine', entityId: machineId, regionCode };
    const event = registryEvent('machine', { id: machineId, regionCode, enterpriseId: fromEnterpriseId }, { handover: id });
    const enterpriseIds = [fromEnterpriseId, ...(toEnterpriseId === null ? [] : [toEnterpriseId])];
    this.journal.record(tx, caller, at, [{ ...entry, after: { handover: id, ...after } }], [{ ...event, enterpriseIds }]);
  }
} // prettier-ignore

const isGone = ({ status }: Pick<Machine, 'status'>): boolean => status === 'scrapped' || status === 'lost';

const answerOf = (command: HandoverCommand, by: string, at: number, reason: string | undefined) =>
  command === 'confirm' || command === 'refuse'
    ? { answeredBy: by, answeredAt: at, ...(command === 'refuse' && { reason: reason?.trim() ?? null }) }
    : { endedBy: by, endedAt: at };

/** Whoever leads an enterprise speaks for it; its other people speak for themselves, and are shown their own alone. */
const ledBy = (caller: Caller): string | null => (hasRole(caller, ...LEADERS) ? caller.enterpriseId : null);

const reachOf = (caller: Caller): HandoverReach => ({
  ...(caller.scope.kind === 'region' ? subtreeRange(caller.scope.regionCode) : { from: '', to: '' }),
  enterpriseId: caller.enterpriseId,
  welderId: caller.welderId,
});

type Judged = Pick<
  Handover,
  'state' | 'kind' | 'fromEnterpriseId' | 'toEnterpriseId' | 'toWelderId' | 'fromOn' | 'offeredBy'
>;

const snapshotOf = (
  { state, kind, fromEnterpriseId, toEnterpriseId, toWelderId, fromOn, offeredBy }: Judged,
  caller: Caller,
  today: string,
): HandoverSnapshot => {
  const led = ledBy(caller);
  return {
    state,
    kind,
    byGiver: led !== null && led === fromEnterpriseId,
    byReceiver: (led !== null && led === toEnterpriseId) || (caller.welderId !== null && caller.welderId === toWelderId),
    byOfferer: caller.userId === offeredBy,
    begun: fromOn <= today,
  };
}; // prettier-ignore

const viewOf = (listed: ListedHandover, caller: Caller, today: string): MachineHandoverView => {
  const { fromEnterpriseId: _, toEnterpriseId: __, toWelderId: ___, offeredBy: ____, ...shown } = listed;
  return {
    ...shown,
    overdue: isOverdue(listed, today),
    commands: handoverLifeCycle.open(snapshotOf(listed, caller, today)),
  };
};
