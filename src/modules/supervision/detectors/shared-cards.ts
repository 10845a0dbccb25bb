import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import { HOUR, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import type { Detector } from './detector';
import { cardsUsedByMany } from './views/two-places.view';

const FACET = 'card-shared';

/** 冒用他人身份: many people ask for power with one welder's code. Starting for a welder is allowed; a card that goes round is not. */
@Injectable()
export class SharedCards implements Detector {
  readonly name = FACET;

  constructor(private readonly rules: RulesReader) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const { starters, withinHours } = this.rules
      .book()
      .value<{ starters: number; withinHours: number }>('supervision.card-starters', {}, at);
    const cards = await cardsUsedByMany(tx, at - withinHours * HOUR, at - HOUR, starters);
    return cards.map(({ welderId, people: count, names, lastAt }): Finding => ({
      kind: 'identity-misuse',
      facet: FACET,
      source: 'detector',
      certainty: 'provisional',
      welderId,
      foundAt: lastAt,
      evidence: { reason: FACET, starters: count, starterNames: names.join('、') },
    }));
  }
}
