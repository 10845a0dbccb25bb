import type { Certificate } from '../../../src/domain/certificates/certificate';
import type {
  ChipFacts,
  Facts,
  MachineFacts,
  PermitFacts,
  PracticeFacts,
  WelderFacts,
} from '../../../src/domain/authorization/facts';
import { toChineseMap } from '../../../src/domain/places/chinese-map';
import type { PinAnswer } from '../../../src/domain/registry/welder-pin';
import type { SignboardReading } from '../../../src/domain/places/signboard';
import type { Position } from '../../../src/kernel/geo';
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time';
import { metresNorth, PLACE, T0 } from './perfect-facts';

export type Defect = (facts: Facts) => Facts;

const onMachine =
  (change: Partial<MachineFacts>): Defect =>
  (f) => ({ ...f, machine: f.machine && { ...f.machine, ...change } });
const onChip =
  (change: Partial<ChipFacts>): Defect =>
  (f) => ({ ...f, chip: f.chip && { ...f.chip, ...change } });
const onWelder =
  (change: Partial<WelderFacts>): Defect =>
  (f) => ({ ...f, welder: f.welder && { ...f.welder, ...change } });
const onCertificates =
  (change: Partial<Certificate>): Defect =>
  (f) => ({ ...f, certificates: f.certificates.map((c) => ({ ...c, ...change })) });
const onPermits =
  (change: Partial<PermitFacts>): Defect =>
  (f) => ({ ...f, permits: f.permits.map((p) => ({ ...p, ...change })) });

/** Where the permit's place lies, read as if it had been taken from a Chinese map. */
const asOnChineseMap = ({ permits }: Facts): Position => {
  const shift = toChineseMap(PLACE);
  const { lat, lng } = permits[0] ?? PLACE;
  return { lat: 2 * lat - shift.lat, lng: 2 * lng - shift.lng };
};

const withSignboard =
  (signboard: SignboardReading): Defect =>
  (f) => ({ ...f, position: null, permits: f.permits.map((p) => ({ ...p, signboard })) });

/** Beside a good photo. */
const withPin =
  (pin: PinAnswer): Defect =>
  (f) => ({ ...f, asked: { ...f.asked, pin } });

/** Without a certificate, in the session of an instructor who holds what the welder held. */
const asPupil =
  (change: Partial<PracticeFacts>): Defect =>
  (f) => ({
    ...f,
    certificates: [],
    practice: {
      ...{ id: 'L1', schoolId: 'E1', instructorId: 'W9', certificates: f.certificates },
      ...{ endsAt: T0 + HOUR, presentUntil: T0 + HOUR },
      ...change,
    },
  });

const CLAIMED_GAS_SET = { process: 'GAS', control: 'code-only', factsClaimed: true } as const;

const elsewhere = { id: 'J9', machineId: 'M9', outlet: 1, automatic: false };

/**
 * Defects that do not hide one another, by the code they have to produce (`code:variant` where words differ). Together
 * with `EXCLUSIVE` they name every code of domain.md, section 3.
 */
export const INDEPENDENT: Readonly<Record<string, Defect>> = {
  'machine.suspended': onMachine({ status: 'suspended' }),
  'machine.inspection-overdue': onMachine({ inspectionEndsAt: T0 }),
  'machine.in-use': onMachine({ openJobs: [{ id: 'J8', machineId: 'M1', outlet: 1, automatic: false }] }),
  'chip.tampered': onChip({ tamper: true }),
  'chip.offline': onChip({ lastSeenAt: T0 - 180_001 }),
  'welder.suspended': onWelder({ status: 'suspended' }),
  'welder.busy': onWelder({ openJobs: [elsewhere] }),
  'welder.identity-unconfirmed': (f) => ({ ...f, asked: { ...f.asked, photoTakenAt: null } }),
  'welder.training-overdue': onWelder({ trainingEndsAt: T0 }),
  'certificate.unverified': onCertificates({ status: 'unverified' }),
  'certificate.expired': onCertificates({ validTo: T0 }),
  'certificate.operation-mismatch': onCertificates({ operations: ['brazing'] }),
  'certificate.review-overdue': onCertificates({ reviewDueAt: Date.parse('2026-05-30T16:00:00Z') }),
  'permit.suspended': onPermits({ state: 'suspended' }),
  'permit.expired': onPermits({ plannedEnd: T0 }),
  'permit.place-now-stricter': onPermits({ placeNowAsks: 'chemical' }),
  'permit.welder-not-named': onPermits({ welderIds: ['W2'] }),
  'permit.machine-not-named': onPermits({ machineIds: ['M2'] }),
  'permit.gas-test-failed': (f) => ({
    ...f,
    permits: f.permits.map((p) => ({ ...p, lastGasTest: p.lastGasTest && { ...p.lastGasTest, passed: false } })),
  }),
  'permit.gas-test-stale': (f) => ({
    ...f,
    permits: f.permits.map((p) => ({
      ...p,
      lastGasTest: p.lastGasTest && { ...p.lastGasTest, sampledAt: T0 - 30 * MINUTE - 1 },
    })),
  }),
  'permit.fire-watch-absent': onPermits({ watchOn: false }),
  'permit.measures-unconfirmed': onPermits({ measures: [{ code: 'extinguisher', confirmed: false }] }),
  'permit.level-too-low': onPermits({ specialPeriod: true }),
  'place.outside-site': (f) => ({ ...f, position: { ...metresNorth(500), accuracyM: 10, source: 'phone' } }),
  'place.closed-hours-only': onPermits({ placeKinds: ['public-entertainment'] }),
  'job.stop-in-force': (f) => ({ ...f, stops: [{ jobId: 'J7', standing: 'confirmed', dueAt: null, orderedAt: T0 }] }),
};

/** Alone they produce their code; beside others they hide them or are hidden. */
const EXCLUSIVE: Readonly<Record<string, Defect>> = {
  'certificate.kind-unusual': onCertificates({ kind: 'construction' }),
  'machine.unregistered': (f) => ({ ...f, machine: null }),
  'machine.scrapped': onMachine({ status: 'scrapped' }),
  'machine.lost': onMachine({ status: 'lost' }),
  'machine.no-chip': (f) => ({ ...f, chip: null }),
  'machine.facts-unconfirmed': (f) => ({
    ...f,
    machine: f.machine && { ...f.machine, ...CLAIMED_GAS_SET },
    asked: { ...f.asked, photoTakenAt: null },
  }),
  'machine.facts-unconfirmed:shown': onMachine(CLAIMED_GAS_SET),
  'machine.inspection-overdue:soon': onMachine({ inspectionEndsAt: T0 + 30 * DAY }),
  'machine.inspection-overdue:unknown': onMachine({ inspectionEndsAt: null }),
  'welder.unregistered': (f) => ({ ...f, welder: null }),
  'welder.identity-unconfirmed:pin-wrong': withPin('wrong'),
  'welder.identity-unconfirmed:pin-resting': withPin('resting'),
  'welder.identity-unconfirmed:pin-unset': withPin('unset'),
  'welder.training-overdue:unknown': onWelder({ trainingEndsAt: null }),
  'certificate.missing': (f) => ({ ...f, certificates: [] }),
  'certificate.missing:practice-over': asPupil({ presentUntil: T0 }),
  'certificate.missing:practice-elsewhere': asPupil({ schoolId: 'E9' }),
  'certificate.missing:instructor-uncertified': asPupil({ certificates: [] }),
  'certificate.missing:instructor-elsewhere': (f) => ({
    ...asPupil({})(f),
    asked: { ...f.asked, purpose: 'offline-code' },
  }),
  'certificate.under-instruction': asPupil({}),
  'certificate.not-yet-valid': onCertificates({ validFrom: T0 + 1 }),
  'certificate.unverified:scanned': onCertificates({ status: 'unverified', scannedAt: T0, scanUntil: T0 + 1 }),
  'certificate.revoked': onCertificates({ status: 'revoked' }),
  'certificate.forged': onCertificates({ status: 'forged' }),
  'permit.missing': (f) => ({ ...f, permits: [] }),
  'permit.not-issued': onPermits({ state: 'approved' }),
  'permit.not-yet-valid': onPermits({ plannedStart: T0 + 1 }),
  'permit.not-yet-valid:not-started': onPermits({ state: 'issued' }),
  'permit.closed': onPermits({ state: 'closed' }),
  'permit.suspended:original': onPermits({ originalStopped: true }),
  'permit.gas-test-missing': onPermits({ lastGasTest: null }),
  'place.outside-site:doubtful': (f) => ({ ...f, position: { ...metresNorth(105), accuracyM: 10, source: 'phone' } }),
  'place.outside-site:chinese-map': (f) => ({
    ...f,
    position: { ...asOnChineseMap(f), accuracyM: 10, source: 'phone' },
  }),
  'place.unproven': (f) => ({ ...f, position: null }),
  'place.unproven:inexact': (f) => ({ ...f, position: { ...PLACE, accuracyM: 101, source: 'phone' } }),
  'place.unproven:signboard-not-bound': withSignboard('not-bound'),
  'place.unproven:signboard-not-of-here': withSignboard('not-of-here'),
  'place.unproven:photo-missing': withSignboard('bound'),
  'place.chip-elsewhere': (f) => ({ ...f, chipPosition: { ...metresNorth(1_001), accuracyM: 10 } }),
  'welder.photo-missing': (f) => ({
    ...f,
    caller: { ...f.caller, userId: 'U9', welderId: null },
    asked: { ...f.asked, photoTakenAt: null },
    modes: { ...f.modes, identity: 'observe' },
  }),
  'job.waived': (f) => ({
    ...onMachine({ inspectionEndsAt: T0 - DAY })(f),
    waivers: f.permits.map(({ id }) => ({
      ...{ id: 'G1', code: 'machine.inspection-overdue' as const, areaId: null },
      ...{ permitId: id, until: T0 + HOUR },
    })),
  }),
  'job.stop-in-force:provisional': onPermits({
    stops: [{ jobId: 'J7', standing: 'provisional', dueAt: T0 + 1, orderedAt: T0 }],
  }),
  'weather.wind': (f) => ({
    ...f,
    wind: { grade: 5 },
    permits: f.permits.map((p) => ({ ...p, regime: 'general', level: 'ordinary', proposedLevel: 'ordinary' })),
  }),
  'weather.wind:guarded': (f) => ({
    ...f,
    wind: { grade: 5 },
    permits: f.permits.map((p) => ({ ...p, level: 'special', proposedLevel: 'special' })),
  }),
};

export const ALL_DEFECTS = { ...INDEPENDENT, ...EXCLUSIVE };
