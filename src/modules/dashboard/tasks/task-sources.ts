import { cases, casesToReceive } from './sources/cases.view';
import { certificateEnds, certificatesEnding, inspectionsDue, trainingEnds } from './sources/expiries.view';
import { agreements, contractsMissing } from './sources/contracts.view';
import { handovers } from './sources/handovers.view';
import { claims, seats } from './sources/people.view';
import { internalReports, internalReportsRisen } from './sources/internal-reports.view';
import { appeals, erasures } from './sources/personal.view';
import { permits } from './sources/permits.view';
import { photos } from './sources/photos.view';
import { sites, workshops } from './sources/places.view';
import { claimedFacts, registrations, unverified } from './sources/register.view';
import { drillsDue, drillsOverdue, selfChecksDue, selfChecksOverdue } from './sources/self-checks.view';
import { quality } from './sources/quality.view';
import { stops } from './sources/stops.view';
import { inspectionResults, inspectionVisits } from './sources/inspections.view';
import { tipChecks, tipRewards, tipsAtDesk } from './sources/tips.view';
import type { TaskSource } from './task-source';

/** Everything that may wait for somebody. A new kind of task is one more line. */
export const TASK_SOURCES: readonly TaskSource[] = [
  cases,
  casesToReceive,
  stops,
  appeals,
  erasures,
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
  registrations,
  selfChecksDue,
  selfChecksOverdue,
  drillsDue,
  drillsOverdue,
  internalReports,
  internalReportsRisen,
  agreements,
  contractsMissing,
  certificateEnds,
  certificatesEnding,
  trainingEnds,
  inspectionsDue,
  handovers,
  quality,
];
