import { Injectable } from '@nestjs/common';
import { ok } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { systemActor, type Actor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { PermitLoader } from './permit-loader';
import { PermitSteps } from './permit-steps';
import type { StoredPermit } from './permit.row';
import { PermitStore, type PermitChanges } from './permit.store';
import { RunningJobs } from './running-jobs.port';

const PLATFORM = systemActor('platform');

/** An extension that becomes active while its original still is: watch, ticks, gas test and running jobs go over to it. */
@Injectable()
export class TakeOver {
  constructor(
    private readonly permits: PermitStore,
    private readonly loader: PermitLoader,
    private readonly steps: PermitSteps,
    private readonly jobs: RunningJobs,
  ) {}

  /** Before the extension is active: the same people at the same place vouch for it with what they have confirmed already. */
  async inherit(tx: Tx, extension: StoredPermit, at: Instant): Promise<PermitChanges> {
    const original = extension.extendsId === null ? null : await this.permits.find(tx, extension.extendsId, at);
    if (!original) throw new Error(`permit ${extension.id} takes over from nothing`);
    this.permits.unbindWatcher(tx, original.id, original.fireWatchId);
    tx.send(
      'permit-inherit-measures',
      `update permit_measures n set confirmed_by = o.confirmed_by, confirmed_at = o.confirmed_at
       from permit_measures o where o.permit_id = $1 and n.permit_id = $2 and o.code = n.code and n.confirmed_at is null`,
      [original.id, extension.id],
    );
    tx.send(
      'permit-inherit-gas-test',
      `insert into permit_gas_tests (id, permit_id, sampled_at, readings, passed, failed, oxygen_enriched, instrument, source, tested_by, recorded_at)
       select $3, $2, sampled_at, readings, passed, failed, oxygen_enriched, instrument, source, tested_by, recorded_at
       from permit_gas_tests where permit_id = $1 order by sampled_at desc, recorded_at desc, id desc limit 1`,
      [original.id, extension.id, `${extension.id}-0`],
    );
    return {
      startedAt: at,
      fireWatchId: original.fireWatchId,
      watcherId: original.watchOnAt === null ? null : original.fireWatchId,
      watchOnAt: original.watchOnAt,
      tappedAt: original.tappedAt,
    };
  }

  /** Once the extension is active. What cannot go over now is tried again until the original's end. */
  async passOver(tx: Tx, originalId: string, extensionId: string, actor: Actor, at: Instant): Promise<void> {
    const original = await this.loader.lock(tx, originalId, at);
    if (original?.permit.state !== 'active' || !original.permit.extended) return;
    const left = await this.jobs.continueOn(tx, { fromPermitId: originalId, toPermitId: extensionId }, actor, at);
    if (left > 0 && at < original.permit.plannedEnd) {
      await this.steps.reschedule(tx, originalId, at); // so that the clock looks again soon
      return;
    }
    const stepping = {
      ...original,
      step: 'hand-over',
      person: { kind: 'platform' },
      actor: PLATFORM,
      input: {},
      at,
    } as const;
    await this.steps.take(tx, stepping, () =>
      ok({ changes: { closedAt: at, watcherId: null }, detail: { continuedBy: extensionId } }),
    );
  }
}
