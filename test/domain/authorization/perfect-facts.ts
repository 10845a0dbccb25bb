import type { Facts, MachineFacts, PermitFacts, WelderFacts } from '../../../src/domain/authorization/facts';
import type { Certificate } from '../../../src/domain/certificates/certificate';
import { RuleBook, type RuleVersion } from '../../../src/domain/rules/rule-book';
import { DAY, HOUR, MINUTE, type Instant } from '../../../src/kernel/time';

/** Tuesday 2026-11-24, 10:00 in China: a working day, no night. */
export const T0: Instant = Date.parse('2026-11-24T02:00:00Z');

export const PLACE = { lat: 34.12, lng: 113.82 };
/** One degree of latitude on the sphere of `distanceM`. */
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180;
export const metresNorth = (metres: number): { lat: number; lng: number } => ({
  lat: PLACE.lat + metres / METRES_PER_DEGREE,
  lng: PLACE.lng,
});

const rule = (key: string, value: unknown, of: Partial<RuleVersion> = {}): RuleVersion => ({
  id: `${key}/${of.regime ?? ''}/${of.level ?? ''}`,
  key,
  value,
  regime: '',
  level: '',
  regionCode: '',
  validFrom: 0,
  validTo: null,
  source: 'test',
  certainty: 'default',
  ...of,
});

export const versions2026: readonly RuleVersion[] = [
  rule('inspection.warn-days', 30),
  rule('job.reservation-seconds', 10),
  rule('job.longest-hours', 8),
  rule('job.idle-limit-minutes', 120),
  rule('job.stop-grace-seconds', 60),
  rule('job.stop-confirm-hours', 24),
  rule('job.warning-minutes', [30, 10, 5]),
  rule('job.photo-fresh-minutes', 10),
  rule('chip.offline-seconds', 180),
  rule('chip.unreadable-kept', 60),
  rule('chip.unreadable-run', 10),
  rule('chip.rating-margin-percent', 50),
  rule('chip.arc-lost-minutes', 10),
  rule('certificate.operation-for-process', {
    MMA: 'fusion',
    GAS: 'fusion',
    RESISTANCE: 'pressure',
    BRAZING: 'brazing',
  }),
  rule('certificate.review-abolished-from', '2026-06-01'),
  rule('certificate.kinds', ['special-operation', 'special-equipment']),
  rule('permit.levels', ['raised', 'ordinary'], { regime: 'general' }),
  rule('permit.levels', ['one'], { regime: 'small' }),
  rule('permit.levels', ['first', 'second', 'third'], { regime: 'construction' }),
  rule('permit.levels', ['special', 'first', 'second'], { regime: 'chemical' }),
  rule('permit.raise-on', []),
  rule('permit.raise-on', ['legal-holiday', 'rest-day', 'night', 'special-period'], { regime: 'chemical' }),
  rule('permit.night', { from: '22:00', to: '06:00' }),
  rule('permit.gas-test', 'none'),
  rule('permit.gas-test', 'optional', { regime: 'general' }),
  rule('permit.gas-test', 'required', { regime: 'chemical' }),
  rule('permit.gas-fresh-minutes', 30),
  rule('permit.gas-interruption-minutes', 30, { regime: 'chemical', level: 'first' }),
  rule('permit.gas-interruption-minutes', 60, { regime: 'chemical', level: 'second' }),
  rule('permit.fire-watch', 'required'),
  rule('permit.fire-watch', 'occupier-may', { regime: 'small' }),
  rule('place.least-radius-m', 50),
  rule('place.worst-accuracy-m', 100),
  rule('place.chip-apart-m', 1_000),
  rule('place.proof-photo-fresh-minutes', 10),
  rule('place.closed-hours-only', { 'public-entertainment': { from: '08:00', to: '02:00' } }),
  rule('weather.wind-grade', 5),
];

export const rules2026 = new RuleBook(versions2026, 'rules-2026');

export const machine: MachineFacts = {
  id: 'M1',
  process: 'MMA',
  control: 'cut',
  status: 'in-service',
  automatic: false,
  outlets: 1,
  regionCode: '411003',
  enterpriseId: 'E1',
  ownerWelderId: null,
  inspectionEndsAt: T0 + 300 * DAY,
  openJobs: [],
  lockUnansweredSince: null,
};

export const welder: WelderFacts = {
  id: 'W1',
  status: 'active',
  enterpriseIds: ['E1'],
  trainingEndsAt: T0 + 100 * DAY,
  openJobs: [],
};

export const certificate: Certificate = {
  id: 'C1',
  kind: 'special-operation',
  operations: ['fusion'],
  status: 'verified',
  validFrom: T0 - 300 * DAY,
  validTo: T0 + 300 * DAY,
  reviewDueAt: null,
  revokedAt: null,
};

/** Chemical, first level: the regime that asks for everything. */
export const permit: PermitFacts = {
  id: 'P1',
  regime: 'chemical',
  level: 'first',
  proposedLevel: 'first',
  state: 'active',
  regionCode: '411003',
  plannedStart: T0 - HOUR,
  plannedEnd: T0 + 4 * HOUR,
  enterpriseId: 'E1',
  contractorId: null,
  welderIds: ['W1'],
  machineIds: ['M1'],
  fireWatchId: 'U9',
  watchOn: true,
  occupierConfirmed: false,
  measures: [{ code: 'extinguisher', confirmed: true }],
  lastGasTest: { sampledAt: T0 - 10 * MINUTE, passed: true },
  lastWorkAt: null,
  ...PLACE,
  radiusM: 100,
  openAir: true,
  placeKinds: [],
  levelAnswers: [],
  specialPeriod: false,
  specialPeriodsAhead: [],
};

/** Nothing speaks against this job. */
export const perfect: Facts = {
  asked: { purpose: 'start', permitId: null, outlet: 1, replacesJobId: null, photoTakenAt: T0 - MINUTE },
  caller: { userId: 'U1', welderId: 'W1', enterpriseId: null, roles: ['welder'] },
  machine,
  chip: { chipNo: 'TEST00000001', blocked: false, tamper: false, lastSeenAt: T0 - 5_000, boot: 7 },
  welder,
  certificates: [certificate],
  permits: [permit],
  designatedArea: null,
  position: { ...PLACE, accuracyM: 10, source: 'phone' },
  modes: { chip: 'enforce', training: 'enforce', inspection: 'enforce', position: 'enforce', identity: 'enforce' },
  calendar: { dayKind: null, yearKnown: true },
  daysAhead: {},
  wind: { grade: 2 },
  rules: rules2026,
};

export const withMachine = (change: Partial<MachineFacts>): Facts => ({
  ...perfect,
  machine: { ...machine, ...change },
});
export const withWelder = (change: Partial<WelderFacts>): Facts => ({ ...perfect, welder: { ...welder, ...change } });
export const withCertificate = (change: Partial<Certificate>): Facts => ({
  ...perfect,
  certificates: [{ ...certificate, ...change }],
});
export const withPermit = (change: Partial<PermitFacts>): Facts => ({
  ...perfect,
  permits: [{ ...permit, ...change }],
});
