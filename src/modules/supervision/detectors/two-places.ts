import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import { atTwoPlaces, type TwoPlaces, type TwoPlacesRule } from '../../../domain/violations/suspicions/two-places';
import { DAY, HOUR, isoTime, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import type { Detector } from './detector';
import { seenApart } from './views/two-places.view';

const FACET = 'two-places';
/** Long enough that a platform that was away for an hour misses nothing. */
const LATELY_MS = HOUR;

/** 冒用他人身份: one welder at two places, sooner than anybody can travel. A person finds out which of the two was not them. */
@Injectable()
export class AtTwoPlaces implements Detector {
  readonly name = FACET;

  constructor(private readonly rules: RulesReader) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const rule = this.rules.book().value<TwoPlacesRule>('supervision.two-places', {}, at);
    const welders = await seenApart(tx, at - DAY, at - LATELY_MS, at);
    return welders.flatMap(({ welderId, sightings }) =>
      atTwoPlaces(sightings, rule).map((found) => findingOf(welderId, found)),
    );
  }
}

/** It names the welder and neither machine: which of the two is the wrong one is what has to be found out. */
const findingOf = (welderId: string, { first, second, apartM, minutesBetween }: TwoPlaces): Finding => ({
  kind: 'identity-misuse',
  facet: FACET,
  source: 'detector',
  certainty: 'provisional',
  welderId,
  jobId: second.jobId ?? first.jobId,
  lat: second.lat,
  lng: second.lng,
  foundAt: second.from,
  evidence: {
    reason: FACET,
    firstAt: isoTime(first.from),
    secondAt: isoTime(second.from),
    apartM,
    minutesBetween,
    firstMachine: first.machineCode,
    secondMachine: second.machineCode,
    firstJobId: first.jobId,
    secondJobId: second.jobId,
  },
});
