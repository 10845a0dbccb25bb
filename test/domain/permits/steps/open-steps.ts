import type { Permit } from '../../../../src/domain/permits/permit';
import type { PermitStep } from '../../../../src/domain/permits/permit-life-cycle';
import type { StepInput } from '../../../../src/domain/permits/steps/inputs';
import { inState, people, permit, sign, T0, type PersonName } from '../permit-facts';
import { SUBMISSION } from './nothing-against';
import { PLANT_DRAFT, PLANT_PAPER, PLANT_SUBMISSION } from './plant-permit';
import { HERE, NOW } from './take-step';

export const SAMPLE = { sampledAt: T0, readings: [{ gas: 'methane', value: 0.1, unit: '%vol' }] } as const;
export const GAS: StepInput<'gas-test'> = {
  recordId: 'R1',
  sample: SAMPLE,
  verdict: { passed: true, failed: [] },
  source: 'manual',
  testedBy: people.safety.userId,
  gasPassed: true,
};

/** A shop's small job, as it waits for the code of its occupier. */
export const smallJob = (change: Partial<Permit> = {}): Permit =>
  permit({
    regime: 'small',
    level: 'one',
    proposedLevel: 'one',
    enterpriseId: null,
    fireWatchId: null,
    occupierPhoneGiven: true,
    waitingSince: null,
    ...change,
  });

/** Approved by the leader alone, from afar. */
export const approvedFromAfar = sign({
  userId: people.head.userId,
  step: -1,
  role: 'enterprise-head',
  covers: [-1, 1],
});

interface Open<S extends PermitStep> {
  readonly asked: Permit;
  readonly who: PersonName;
  readonly input: StepInput<S>;
}

const signed = { comment: null, signature: null };
/** A chemical permit before work, briefed by its manager. */
const chemical = inState('issued', {
  regime: 'chemical',
  level: 'first',
  proposedLevel: 'first',
  workLeaderId: people.manager.userId,
});
const briefing = { kind: 'briefing', round: 1, userId: people.manager.userId, at: T0 } as const;
const watch = { recordId: 'R1', position: HERE, photo: null };
const on = { watchOnAt: T0, tappedAt: T0 };

/** For each step a permit that is ready for it, who takes it, and what they bring along. */
export const OPEN: { readonly [S in PermitStep]: Open<S> } = {
  submit: { asked: inState('draft'), who: 'applicant', input: { submission: SUBMISSION } },
  'take-in': { asked: PLANT_DRAFT, who: 'plant', input: { submission: PLANT_SUBMISSION, paper: PLANT_PAPER } },
  'site-visit': {
    asked: permit({ regime: 'construction', level: 'third' }),
    who: 'safety',
    input: { recordId: 'R1', position: HERE, accuracyM: null, photo: null },
  },
  approve: { asked: permit(), who: 'safety', input: signed },
  countersign: {
    asked: inState('active', { urgent: true, signatures: [approvedFromAfar] }),
    who: 'safety',
    input: signed,
  },
  return: { asked: permit(), who: 'safety', input: { reason: 'r' } },
  reject: { asked: permit(), who: 'safety', input: { reason: 'r' } },
  cancel: { asked: permit(), who: 'applicant', input: { reason: 'r' } },
  issue: { asked: inState('approved'), who: 'safety', input: { ...signed, original: null } },
  'occupier-confirmation': {
    asked: smallJob(),
    who: 'occupier',
    input: { by: 'code', sameOccupier: [], occupierWatches: true },
  },
  'work-leader-opinion': { asked: chemical, who: 'manager', input: signed },
  briefing: { asked: chemical, who: 'manager', input: signed },
  'briefing-received': { asked: { ...chemical, records: [briefing] }, who: 'welder', input: signed },
  'shift-check': { asked: chemical, who: 'head', input: signed },
  measures: { asked: inState('issued'), who: 'safety', input: { items: [], signature: null } },
  'gas-test': { asked: inState('issued'), who: 'safety', input: GAS },
  'fire-watch-on': { asked: inState('issued'), who: 'watcher', input: watch },
  'substitute-watch': { asked: inState('issued'), who: 'watcher2', input: watch },
  'watch-tap': { asked: inState('active'), who: 'watcher', input: watch },
  'fire-watch-off': { asked: inState('active'), who: 'watcher', input: { ...watch, reason: undefined } },
  start: { asked: inState('issued', on), who: 'applicant', input: { signature: null } },
  suspend: { asked: inState('active'), who: 'welder', input: { reason: 'r' } },
  resume: { asked: inState('suspended'), who: 'safety', input: { note: null } },
  finish: { asked: inState('active'), who: 'applicant', input: { note: null } },
  close: { asked: inState('fire_watch'), who: 'applicant', input: { note: null, photo: null, signature: null } },
  amend: {
    asked: inState('active'),
    who: 'applicant',
    input: { recordId: 'R1', added: { welderIds: ['W2'], machineIds: [] }, unknown: [], signature: null },
  },
  expire: { asked: inState('active', { plannedEnd: NOW }), who: 'platform', input: {} },
  'hand-over': { asked: inState('active', { extended: true }), who: 'platform', input: { continuedBy: 'P2' } },
};

export const STEPS = Object.keys(OPEN) as PermitStep[];
