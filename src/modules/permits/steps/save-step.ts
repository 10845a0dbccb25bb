import { Injectable } from '@nestjs/common';
import { decide } from '../../../domain/permits/steps/decide';
import type { Follow, Step } from '../../../domain/permits/steps/step';
import { nextDueAt } from '../../../domain/permits/what-time-brings';
import { ok } from '../../../kernel/result';
import { systemActor } from '../../../platform/auth/caller';
import type { Loaded } from '../permit-loader';
import { PermitLoader } from '../permit-loader';
import type { StoredPermit } from '../stored-permit';
import type { StoredChanges } from '../permit.store';
import { RunningJobs } from '../running-jobs.port';
import { OccupierCodes } from '../occupier/occupier-codes';
import { PermitRecordStore } from './permit-record.store';
import { StepWriter, type Writing } from './step-writer';

const PLATFORM = systemActor('platform');

/** The one way a permit changes: people, the clock, the occupier and extensions all save their steps here. */
@Injectable()
export class SaveStep {
  constructor(
    private readonly writer: StepWriter,
    private readonly loader: PermitLoader,
    private readonly records: PermitRecordStore,
    private readonly codes: OccupierCodes,
    private readonly jobs: RunningJobs,
  ) {}

  async saveStep(writing: Writing, { rules }: Loaded, step: Step<StoredPermit>): Promise<Loaded> {
    const permit = await this.writer.write(writing, step, await this.codesSent(writing, step));
    for (const follow of step.follow) await this.follow(writing, follow);
    return { permit, rules: rules.heldBy(permit, writing.at) };
  }

  private async codesSent({ tx, actor, at }: Writing, { follow, after }: Step<StoredPermit>): Promise<StoredChanges> {
    const sends = follow.some(({ kind }) => kind === 'send-occupier-code');
    return sends ? this.codes.sendCode(tx, after, { address: actor.address, at }) : {};
  }

  private async follow(writing: Writing, follow: Follow): Promise<void> {
    switch (follow.kind) {
      case 'send-occupier-code':
        return; // with the step itself, for its hash stands on the permit
      case 'pass-over':
        await this.passOver(writing, follow.fromId, follow.toId);
    }
  }

  /** Running work goes on under the extension, which is active. What cannot go over now is tried again until the original's end. */
  async passOver(writing: Writing, fromId: string, toId: string): Promise<Loaded | null> {
    const { tx, actor, at } = writing;
    const original = await this.loader.lock(tx, fromId, at);
    if (original?.permit.state !== 'active' || !original.permit.extended) return original;
    const left = await this.jobs.continueOn(tx, { fromPermitId: fromId, toPermitId: toId }, actor, at);
    if (left > 0 && at < original.permit.plannedEnd) {
      this.records.schedule(tx, fromId, nextDueAt(original.permit, original.rules)); // so that the clock looks again soon
      return original;
    }
    const decided = decide('hand-over', { ...original, person: { kind: 'platform' } }, ok({ continuedBy: toId }), at);
    return decided.ok ? this.saveStep({ tx, actor: PLATFORM, at }, original, decided.value) : original;
  }
}
