import { all, type Guard, type PermitSnapshot } from './snapshot';
import { seatConfirmed, isLeader, isApplicant, isNamedWelder, isWatcher, leadsAt, type Test } from './people';
import type { Permit } from './permit';
import type { PermitRules } from './permit-rules';
import { missing, notYet, wrongPerson } from './reason';
import type { PaperRecordKind } from './paper-record-kinds';

/** The reason that is given for each missing record while work cannot start. */
const MISSED: Readonly<Record<PaperRecordKind, string>> = {
  'work-leader-opinion': 'permit.work-leader-opinion-missing',
  briefing: 'permit.briefing-missing',
  'briefing-received': 'permit.briefing-not-received',
  'shift-check': 'permit.shift-check-missing',
};

/** 作业负责人: the person named, else the applicant. */
export const workLeaderOf = ({ workLeaderId, applicantId }: Pick<Permit, 'workLeaderId' | 'applicantId'>): string =>
  workLeaderId ?? applicantId;

/** Records of this submission. After a return all records are made again. */
const recordsOfRound = ({ records, round }: Pick<Permit, 'records' | 'round'>): Permit['records'] =>
  records.filter((one) => one.round === round);

/** Rule `permit.required-records`. A work leader who applied has given their opinion by applying. */
export const recordsAsked = (permit: Permit, { paper }: PermitRules): readonly PaperRecordKind[] =>
  paper.requiredRecords.filter((kind) => kind !== 'work-leader-opinion' || workLeaderOf(permit) !== permit.applicantId);

/** The records that the standard form still lacks (GB 30871-2022, form A.1), as codes of their texts. */
export function recordsMissing(permit: Permit, rules: PermitRules): string[] {
  const made = recordsOfRound(permit).map(({ kind }) => kind);
  return recordsAsked(permit, rules)
    .filter((kind) => !made.includes(kind))
    .map((kind) => MISSED[kind]);
}

/** Where rule `permit.records-hold-start` says so, nothing burns before the form is complete; elsewhere what lacks is shown. */
export const recordsMade: Guard = ({ permit, rules }) =>
  rules.paper.recordsHoldStart ? recordsMissing(permit, rules).map((code) => missing(code)) : [];

const by =
  (code: string, ...tests: readonly Test[]): Guard =>
  ({ person, permit }) =>
    person.kind === 'user' && tests.some((test) => test(person, permit)) ? [] : [wrongPerson(code)];

const asked =
  (kind: PaperRecordKind): Guard =>
  ({ permit, rules }) =>
    recordsAsked(permit, rules).includes(kind) ? [] : [notYet('permit.record-not-asked')];

/** `byPerson`: others may still make theirs. */
const notMadeYet =
  (kind: PaperRecordKind, { byPerson = false } = {}): Guard =>
  (snapshot) =>
    recordsOfRound(snapshot.permit).some((one) => one.kind === kind && (!byPerson || isBy(one.userId, snapshot)))
      ? [notYet('permit.recorded-already')]
      : [];

const isBy = (userId: string, { person }: PermitSnapshot): boolean =>
  person.kind === 'user' && person.userId === userId;

/** Somebody is briefed by another than themselves. */
const briefedByAnother: Guard = (snapshot) => {
  const briefing = recordsOfRound(snapshot.permit).find(({ kind }) => kind === 'briefing');
  if (!briefing) return [notYet(MISSED.briefing)];
  return isBy(briefing.userId, snapshot) ? [wrongPerson('permit.own-briefing')] : [];
};

/** 当班班长: a leader of the enterprise that the place belongs to; never the applicant. */
const shiftLeader: Guard = (snapshot) => {
  const { person, permit } = snapshot;
  if (person.kind === 'user' && isApplicant(person, permit)) return [wrongPerson('permit.own-application')];
  return by('permit.shift-leader-only', leadsAt(permit.occupierEnterpriseId ?? permit.enterpriseId))(snapshot);
};

const isWorkLeader: Test = ({ userId }, permit) => userId === workLeaderOf(permit);

/** For each record: who makes it, and when it is due. */
export const mayRecord: Readonly<Record<PaperRecordKind, Guard>> = {
  'work-leader-opinion': all(
    by('permit.work-leader-only', isWorkLeader),
    seatConfirmed,
    asked('work-leader-opinion'),
    notMadeYet('work-leader-opinion'),
  ),
  briefing: all(
    by('permit.briefer-only', isApplicant, isWorkLeader, isLeader),
    seatConfirmed,
    asked('briefing'),
    notMadeYet('briefing'),
  ),
  'briefing-received': all(
    by('permit.briefed-only', isNamedWelder, isWatcher),
    asked('briefing-received'),
    briefedByAnother,
    notMadeYet('briefing-received', { byPerson: true }),
  ),
  'shift-check': all(shiftLeader, seatConfirmed, asked('shift-check'), notMadeYet('shift-check')),
};
