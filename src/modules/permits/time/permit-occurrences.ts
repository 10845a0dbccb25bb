import { Injectable } from '@nestjs/common';
import { decide } from '../../../domain/permits/steps/decide';
import type { Decided } from '../../../domain/permits/steps/step';
import { decideCall, namedInCall, type CallingOccurrence } from '../../../domain/permits/steps/time';
import { dueBy, nextDueAt, type Occurrence } from '../../../domain/permits/what-time-brings';
import { ok } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { systemActor } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { PermitAudience } from '../people/audience';
import { PermitLoader, type Loaded } from '../permit-loader';
import type { StoredPermit } from '../stored-permit';
import { PermitStore } from '../permit.store';
import { PermitRecordStore } from '../steps/permit-record.store';
import { SaveStep } from '../steps/save-step';
import type { Writing } from '../steps/step-writer';

const TIMER = systemActor('timer');
const PLATFORM = { kind: 'platform' } as const;

/** Does what time brings to one permit. */
@Injectable()
export class PermitOccurrences {
  constructor(
    private readonly loader: PermitLoader,
    private readonly permits: PermitStore,
    private readonly records: PermitRecordStore,
    private readonly saving: SaveStep,
    private readonly audience: PermitAudience,
    private readonly ids: Ids,
  ) {}

  /** One occurrence after another, each on the permit as the one before has left it. */
  async settle(tx: Tx, id: string, at: Instant): Promise<void> {
    const locked = await this.loader.lock(tx, id, at);
    if (!locked) return;
    const writing = { tx, actor: TIMER, at };
    let loaded = locked;
    for (const occurrence of dueBy(locked.permit, locked.rules, at)) {
      loaded = await this.happen(writing, occurrence, loaded);
    }
    this.records.schedule(tx, id, nextDueAt(loaded.permit, loaded.rules));
  }

  private async happen(writing: Writing, occurrence: Occurrence, loaded: Loaded): Promise<Loaded> {
    const { at } = writing;
    const snapshot = { ...loaded, person: PLATFORM };
    switch (occurrence.what) {
      case 'end-reached':
        if (loaded.permit.extended) return this.passOver(writing, loaded);
        return this.save(writing, loaded, decide('expire', snapshot, ok({}), at));
      case 'pass-over':
        return this.passOver(writing, loaded);
      case 'watcher-silent':
      case 'gas-test-missed': // the table says whether there is still something to suspend
        return this.save(writing, loaded, decide('suspend', snapshot, ok({ reason: occurrence.what }), at));
      case 'tap-missed':
      case 'approval-overdue':
      case 'countersign-overdue':
        return this.callPeople(writing, occurrence, loaded);
    }
  }

  private async save(writing: Writing, loaded: Loaded, decided: Decided<StoredPermit>): Promise<Loaded> {
    return decided.ok ? this.saving.saveStep(writing, loaded, decided.value) : loaded;
  }

  private async callPeople(writing: Writing, occurrence: CallingOccurrence, loaded: Loaded): Promise<Loaded> {
    const { tx, at } = writing;
    const named = namedInCall(occurrence, loaded.permit, loaded.rules);
    const awaited = (await this.audience.usersOf(tx, named, at)).filter((id) => id !== loaded.permit.applicantId);
    const step = decideCall(occurrence, loaded, { recordId: this.ids.next(at), awaited }, at);
    return this.saving.saveStep(writing, loaded, step);
  }

  private async passOver(writing: Writing, loaded: Loaded): Promise<Loaded> {
    const extension = await this.permits.liveExtension(writing.tx, loaded.permit.id);
    const passed = extension && (await this.saving.passOver(writing, loaded.permit.id, extension.id));
    return passed ?? loaded;
  }
}
