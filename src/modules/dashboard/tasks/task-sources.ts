import { cases } from './sources/cases.view';
import { certificateEnds, inspectionsDue, trainingEnds } from './sources/expiries.view';
import { claims, seats } from './sources/people.view';
import { permits } from './sources/permits.view';
import { photos } from './sources/photos.view';
import { sites, workshops } from './sources/places.view';
import { claimedFacts, unverified } from './sources/register.view';
import { stops } from './sources/stops.view';
import { inspectionResults, inspectionVisits } from './sources/inspections.view';
import { tipChecks, tipRewards, tipsAtDesk } from './sources/tips.view';
import type { TaskSource } from './task-source';

/** Everything that may wait for somebody. A new kind of task is one more line. */
export const TASK_SOURCES: readonly TaskSource[] = [
  cases,
  stops,
  inspectionVisits,
  inspectionResults,
  tipsAtDesk,
  tipChecks,
  tipRewards,
  permits,
  photos,
  workshops,
  sites,
  seats,
  claims,
  unverified,
  claimedFacts,
  certificateEnds,
  trainingEnds,
  inspectionsDue,
];
