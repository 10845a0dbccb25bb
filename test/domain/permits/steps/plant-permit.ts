import type { PlantPaper, PlantPerson, PlantSignature } from '../../../../src/domain/permits/plant-paper';
import type { Submission } from '../../../../src/domain/permits/steps/submission';
import { HOUR, MINUTE } from '../../../../src/kernel/time';
import { ANYWHERE, inState, people, permit, T0 } from '../permit-facts';
import { SUBMISSION } from './nothing-against';
import { FREE } from './take-step';

/** A permit of the first level as a plant has signed it: asked for, approved by two, on the spot, one after the other. */
export const PLANT_DRAFT = inState('draft', {
  source: 'plant',
  regime: 'chemical',
  level: 'first',
  proposedLevel: 'first',
  levelAnswers: permit({ regime: 'chemical' }).levelAnswers.map((one) => ({
    ...one,
    yes: one.code === 'hazardous-place',
  })),
});

const OWN_SITE = { siteId: 'S1', siteName: '一号装置', enterpriseId: 'E1', enterpriseName: '化工厂' };

export const PLANT_SUBMISSION: Submission = {
  ...SUBMISSION,
  raised: { level: 'first', raisedBecause: [] },
  watcher: { user: people.watcher, facts: { ...FREE, trainingEndsAt: T0 + HOUR } },
  place: { ...ANYWHERE, regimes: ['chemical'], trades: ['chemical'], hosts: [OWN_SITE] },
};

export const plantPerson = (personId: string, change: Partial<PlantPerson> = {}): PlantPerson => ({
  personId,
  name: personId,
  userId: null,
  welderId: null,
  ...change,
});

export const plantSignature = (seat: number, change: Partial<PlantSignature> = {}): PlantSignature => ({
  seat,
  person: plantPerson(`P-${seat}`),
  at: T0 - (10 - seat) * MINUTE,
  onSite: true,
  ...change,
});

export const PLANT_PAPER: PlantPaper = {
  level: 'first',
  applicant: plantPerson('P-asks'),
  welderPersonIds: ['P-welds'],
  signatures: [plantSignature(0), plantSignature(1)],
  records: [],
};
