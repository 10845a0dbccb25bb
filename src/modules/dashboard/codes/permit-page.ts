import { Injectable } from '@nestjs/common';
import { shownTime } from '../../../kernel/shown-time';
import { permitStanding } from '../../../domain/standing/permit-standing';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Signboard } from '../../permit-views/signboard/signboard';
import type { CodePageMaker, PageOfThing } from './code-page-maker';
import type { Eyes } from './eyes';
import { Sentences } from './sentences';

/** A permit's page is its signboard: who signed, what is allowed, until when, and whether somebody watches. */
@Injectable()
export class PermitPage implements CodePageMaker {
  constructor(
    private readonly signboard: Signboard,
    private readonly sentences: Sentences,
  ) {}

  async of(tx: Tx, id: string, { language, at }: Eyes): Promise<PageOfThing | null> {
    const board = await this.signboard.of(tx, id, language, at);
    if (!board) return null;
    const { state, regime, number, placeName, content, plannedStart, plannedEnd, watcher, countdownTo } = board;
    const standing = permitStanding(
      {
        state,
        regime,
        plannedStart: Date.parse(plannedStart),
        plannedEnd: Date.parse(plannedEnd),
        watcherPresent: watcher !== null && watcher.presentSince !== null,
      },
      at,
    );
    const params = {
      from: shownTime(Date.parse(plannedStart)),
      until: shownTime(Date.parse(state === 'fire_watch' ? (countdownTo ?? plannedEnd) : plannedEnd)),
    };
    return {
      status: state,
      title: number,
      tone: standing.tone,
      sentence: this.sentences.of('permit', { ...standing, params }, language),
      permit: { id, number, place: placeName, content, plannedStart, plannedEnd, state, signboard: board },
    };
  }
}
