import { Injectable } from '@nestjs/common';
import type { TipCommand, TipState } from '../../domain/tips/tip-life-cycle';
import { Journal } from '../../platform/audit/journal';
import type { Call } from '../../platform/auth/request';
import { Ids } from '../../platform/time/ids';
import { type Tip, TipStore } from './tip.store';

interface Noted {
  readonly command: TipCommand;
  readonly state: TipState;
  readonly note: string | null;
  readonly forReporter: boolean;
}

/**
 * Each step of a tip: in its own history, and in the audit trail without a word that anybody typed. No event leaves: news
 * of a region reach all who serve there, and a tip is told to nobody but the desk and whoever is sent.
 */
@Injectable()
export class TipJournal {
  constructor(
    private readonly tips: TipStore,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async note({ tx, caller, at }: Call, tip: Tip, { command, state, note, forReporter }: Noted): Promise<void> {
    const { id: tipId, regionCode } = tip;
    const step = { id: this.ids.next(at), tipId, command, takenBy: caller.userId, takenAt: at, note, forReporter };
    await this.tips.addStep(tx, step);
    const change = { before: { state: tip.state }, after: { state } };
    this.journal.record(tx, caller, at, [
      { action: `tip.${command}`, entity: 'tip', entityId: tipId, regionCode, ...change },
    ]);
  }
}
