import { Injectable } from '@nestjs/common';
import { longestSilenceMs } from '../../domain/jobs/chip-silence';
import { confirmSilence, fillSilence, silenceOutcome } from '../../domain/violations/suspicions/silence';
import { MINUTE, type Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';
import { DETECTOR } from './detector-actor';
import { SaveStep, type TakenStep } from './save-step';
import { lockSilentCases } from './silent-cases.view';

/** The alert of a silent chip goes when what it kept came in; else it is certain, with its length. */
@Injectable()
export class SettleSilences {
  readonly name = 'settle-silences';

  constructor(
    private readonly rules: RulesReader,
    private readonly saveStep: SaveStep,
  ) {}

  async execute(tx: Tx, at: Instant): Promise<void> {
    const book = this.rules.book();
    const patience = book.value<number>('supervision.silence-patience-minutes', {}, at);
    const limits = { longestMs: longestSilenceMs(book, at), patienceMs: patience * MINUTE };
    const silent = await lockSilentCases(tx, at);
    const taken = silent.flatMap((one): TakenStep[] => {
      const outcome = silenceOutcome(one, limits, at);
      if (outcome === 'filled') return [{ violation: one, step: fillSilence(one) }];
      if (outcome === null || one.certainty === 'confirmed') return [];
      return [{ violation: one, step: confirmSilence(one, outcome) }];
    });
    await this.saveStep.saveSteps(tx, DETECTOR, at, taken);
  }
}
