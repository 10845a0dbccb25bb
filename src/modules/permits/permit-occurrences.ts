import { Injectable } from '@nestjs/common';
import { dueBy, type Occurrence } from '../../domain/permits/what-time-brings';
import { ok } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { systemActor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { PermitCalls } from './permit-calls';
import { PermitLoader, type Loaded } from './permit-loader';
import { PermitSteps } from './permit-steps';
import { PermitStore, type PermitChanges } from './permit.store';
import { TakeOver } from './take-over';

const TIMER = systemActor('timer');
const PLATFORM = { kind: 'platform' } as const;

/** Does what time brings to one permit. */
@Injectable()
export class PermitOccurrences {
  constructor(
    private readonly loader: PermitLoader,
    private readonly permits: PermitStore,
    private readonly steps: PermitSteps,
    private readonly takeOver: TakeOver,
    private readonly calls: PermitCalls,
  ) {}

  async settle(tx: Tx, id: string, at: Instant): Promise<void> {
    const loaded = await this.loader.lock(tx, id, at);
    if (!loaded) return;
    for (const occurrence of dueBy(loaded.permit, loaded.rules, at)) await this.happen(tx, occurrence, id, at);
    await this.steps.reschedule(tx, id, at);
  }

  /** One after another, each on the permit as the one before has left it. */
  private async happen(tx: Tx, occurrence: Occurrence, id: string, at: Instant): Promise<void> {
    const loaded = await this.loader.find(tx, id, at);
    if (!loaded) return;
    switch (occurrence.what) {
      case 'end-reached':
        return loaded.permit.extended ? this.passOver(tx, loaded, at) : this.expire(tx, loaded, at);
      case 'pass-over':
        return this.passOver(tx, loaded, at);
      case 'watcher-silent':
        return this.suspend(tx, loaded, 'watcher-silent', { watcherId: null, watchOnAt: null, tapMissedAt: null }, at);
      case 'gas-test-missed':
        return this.suspend(tx, loaded, 'gas-test-missed', {}, at);
      case 'tap-missed':
        return this.calls.watcherMissing(tx, loaded, at);
      case 'approval-overdue':
        return this.calls.approversAsleep(tx, loaded, occurrence.reminder, at);
      case 'countersign-overdue':
        return this.calls.signaturesOwed(tx, loaded, at);
    }
  }

  /** Where work was begun somebody still has to watch; the watcher stays bound only there. */
  private async expire(tx: Tx, loaded: Loaded, at: Instant): Promise<void> {
    const begun = loaded.permit.startedAt !== null;
    const changes: PermitChanges = begun
      ? { waitingSince: null }
      : { waitingSince: null, watcherId: null, watchOnAt: null };
    await this.steps.take(tx, { ...loaded, step: 'expire', person: PLATFORM, actor: TIMER, input: {}, at }, () =>
      ok({ changes }),
    );
  }

  /** The table says whether there is still something to suspend. */
  private async suspend(tx: Tx, loaded: Loaded, reason: string, more: PermitChanges, at: Instant): Promise<void> {
    await this.steps.take(tx, { ...loaded, step: 'suspend', person: PLATFORM, actor: TIMER, input: {}, at }, () =>
      ok({ changes: { suspendedAt: at, suspendReason: reason, ...more }, detail: { reason } }),
    );
  }

  private async passOver(tx: Tx, { permit }: Loaded, at: Instant): Promise<void> {
    const extension = await this.permits.liveExtension(tx, permit.id);
    if (extension) await this.takeOver.passOver(tx, permit.id, extension.id, TIMER, at);
  }
}
