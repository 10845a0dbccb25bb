import { Injectable } from '@nestjs/common';
import type { RangesOfBoot } from '../modules/telemetry/store-messages';
import { Sessions } from './sessions';

/** A message to a chip stays short, however torn its numbers are. */
const MOST_RANGES = 200;

/** Tells chips what is stored for good. Only after the commit; lost on the way, the next one makes up for it. */
@Injectable()
export class Acks {
  constructor(private readonly sessions: Sessions) {}

  send(acks: readonly RangesOfBoot[]): void {
    for (const { chipNo, boot, ranges } of acks)
      for (let from = 0; from < ranges.length; from += MOST_RANGES)
        this.sessions.send(chipNo, 'acks', { v: 1, boot, seqs: ranges.slice(from, from + MOST_RANGES) });
  }
}
