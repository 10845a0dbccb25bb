import { Injectable } from '@nestjs/common';
import type { Arc } from '../../domain/arcs/arc';
import { arcLostMs } from '../../domain/jobs/chip-limits';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';
import { toArc } from './stored-arc';
import { ArcStore } from './arc.store';

/** Arcs that burn on for ever, because their chip was not heard of again: they end by rule where they were last seen. */
@Injectable()
export class LostArcs {
  constructor(
    private readonly arcs: ArcStore,
    private readonly rules: RulesReader,
  ) {}

  async end(tx: Tx, at: Instant): Promise<Arc[]> {
    return (await this.arcs.endLost(tx, at - arcLostMs(this.rules.book(), at))).map(toArc);
  }
}
