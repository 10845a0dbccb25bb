import { Injectable } from '@nestjs/common';
import { modesOfDecision } from '../../../domain/authorization/authorize';
import { photoAskOf } from '../../../domain/jobs/photo-again';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PhotoChecks } from '../../permits/signboard/photo-checks';
import type { DecisionRecord } from '../decision.store';
import type { NewJob } from '../new-job';
import type { Question } from '../question';
import { PhotoAsks } from './photo-asks';
import { isForGrid, photosToCheck } from './photos-to-check';

/** What follows from a start as far as photos go: a second look at those given, and for some jobs one more photo later. */
@Injectable()
export class FollowPhotos {
  constructor(
    private readonly checks: PhotoChecks,
    private readonly asks: PhotoAsks,
  ) {}

  follow(tx: Tx, record: DecisionRecord, job: NewJob, question: Question): void {
    const { facts, decision, at } = record;
    for (const photo of photosToCheck(record, job, question)) this.checks.ask(tx, photo, at);
    const { identity } = modesOfDecision(decision, facts);
    const ask = photoAskOf({ jobId: job.id, regionCode: job.regionCode, identity }, facts.rules, at);
    if (ask) this.asks.plan(tx, job, ask, isForGrid(record, job));
  }
}
