import { Injectable } from '@nestjs/common';
import { ok } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { OccupierCodes } from '../occupier-codes';
import { PermitRecordStore } from '../permit-record.store';
import type { Act } from '../permit-steps';
import { SubmissionCheck } from '../submission';
import type { CommandHandler } from './handler';

/** `submit`: the platform raises the level by itself, lays down the checklist and waits for the first who has to sign. */
@Injectable()
export class SubmitPermit implements CommandHandler {
  constructor(
    private readonly check: SubmissionCheck,
    private readonly records: PermitRecordStore,
    private readonly codes: OccupierCodes,
  ) {}

  act({ at }: { readonly at: Instant }): Act {
    return async (tx, stepping) => {
      const { permit, actor } = stepping;
      const submission = await this.check.check(tx, stepping, at);
      if (!submission.ok) return submission;
      const { level, raisedBecause, rules, measures } = submission.value;
      // Whoever declares a small job has gone through its checklist: that is what declaring means.
      const declared = rules.occupierConfirms ? actor.userId : null;
      this.records.setMeasures(tx, permit.id, measures, declared, at);
      return ok({
        changes: {
          level,
          raisedBecause,
          round: permit.round + 1,
          ruleVersion: rules.version,
          submittedAt: at,
          waitingSince: rules.occupierConfirms ? null : at,
          reminders: 0,
          ...(rules.occupierConfirms && this.codes.issue(tx, permit)),
        },
        detail: { level, raisedBecause, round: permit.round + 1 },
      });
    };
  }
}
