import { approvalChains } from '../../../migrations/rules/approval-chains';
import { approvalRules } from '../../../migrations/dated/approval-rules';
import { chemicalForm } from '../../../migrations/dated/chemical-form';
import { gasRules } from '../../../migrations/dated/gas-rules';
import { smallRules } from '../../../migrations/dated/small-rules';
import { smallSamePlace } from '../../../migrations/dated/small-same-place';
import { levelQuestions } from '../../../migrations/rules/level-questions';
import { measures } from '../../../migrations/rules/measures';
import { permitLimits } from '../../../migrations/rules/permit-limits';
import { watcherRules } from '../../../migrations/dated/watcher-rules';
import { seatRules } from '../../../migrations/dated/seat-rules';
import { stopRules } from '../../../migrations/dated/stop-rules';
import { placeAnswers } from '../../../migrations/dated/place-answers';
import type { Permit, Signature } from '../../../src/domain/permits/permit';
import { PermitRules } from '../../../src/domain/permits/permit-rules';
import type { GasLimits, RuleSubject } from '../../../src/domain/permits/permit-rule-values';
import { placeRule, type PlaceRule } from '../../../src/domain/permits/place-rule';
import type { CommandInput, PermitSnapshot, Person, User } from '../../../src/domain/permits/snapshot';
import { effectiveState } from '../../../src/domain/permits/effective-state';
import { RuleBook, type RuleVersion } from '../../../src/domain/rules/rule-book';
import { allNo } from '../../support/answers';
import { HOUR, MINUTE, type Instant } from '../../../src/kernel/time';

/** Tuesday 2026-11-24, 10:00 in China: a working day, no night. */
export const T0: Instant = Date.parse('2026-11-24T02:00:00Z');
/** A time of day in China. */
export const china = (text: string): Instant => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

type Seed = Partial<RuleVersion> & Pick<RuleVersion, 'key' | 'value'>;

const versions = (seeds: readonly Seed[]): RuleVersion[] =>
  seeds.map(({ key, regime = '', level = '', value, ...more }, i) => ({
    id: `r${i}`,
    key,
    value,
    regime,
    level,
    regionCode: '',
    validFrom: 0,
    validTo: null,
    source: 'test',
    certainty: 'default',
    ...more,
  }));

/** These tests know one version of each rule, whatever its day. */
const inForceAlways = ({ key, regime = '', level = '', value }: (typeof gasRules)[number]): Seed => ({
  key,
  regime,
  level,
  value,
});

const requiredRecords = chemicalForm.filter(({ key }) => key === 'permit.required-records');
const DATED = [
  ...placeAnswers,
  ...gasRules,
  ...approvalRules,
  ...watcherRules,
  ...smallRules,
  ...smallSamePlace,
  ...seatRules,
  ...stopRules,
  ...requiredRecords,
].map(inForceAlways);
const replaced = ({ key, regime = '', level = '' }: Omit<Seed, 'value'>): boolean =>
  DATED.some((one) => one.key === key && one.regime === regime && one.level === level);
const SEEDS: readonly Seed[] = [
  ...[...permitLimits, ...approvalChains, ...levelQuestions, ...measures].filter((one) => !replaced(one)),
  ...DATED,
];

/** The rules as they ship. */
const shipped = new RuleBook(versions(SEEDS), 'shipped');
export const shippedGasLimits = gasRules.find(({ key }) => key === 'permit.gas-limits')!.value as GasLimits;

export const rulesOf = (subject: Partial<RuleSubject> = {}, at: Instant = T0): PermitRules =>
  new PermitRules(shipped, { regime: 'general', level: 'ordinary', regionCode: '411003', ...subject }, at);

/** The rules as they ship, some of them otherwise. */
export const rulesWith = (
  changes: Readonly<Record<string, unknown>>,
  subject: Partial<RuleSubject> = {},
  at: Instant = T0,
): PermitRules => {
  const kept = SEEDS.filter(({ key }) => !(key in changes));
  const changed = Object.entries(changes).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
  const book = new RuleBook(versions([...kept, ...changed]), 'changed');
  return new PermitRules(book, { regime: 'general', level: 'ordinary', regionCode: '411003', ...subject }, at);
};

/** The rules as they ship, and these beside them; the narrower one wins. */
export const rulesBeside = (
  added: readonly Seed[],
  subject: Partial<RuleSubject> = {},
  at: Instant = T0,
): PermitRules => {
  const book = new RuleBook(versions([...SEEDS, ...added]), 'more');
  return new PermitRules(book, { regime: 'general', level: 'ordinary', regionCode: '411003', ...subject }, at);
};

/** Nobody's site is near. */
export const ANYWHERE: PlaceRule = placeRule({
  circle: { lat: 34.12, lng: 113.82, radiusM: 100 },
  enterpriseId: 'E1',
  trades: [{ enterpriseId: 'E1', trade: 'manufacturing' }],
  sites: [],
  takingPart: [],
  fixedAreas: [],
});

const user = (userId: string, role: string, more: Partial<User> = {}): User => ({
  kind: 'user',
  userId,
  roles: [role],
  enterpriseId: 'E1',
  regionCode: null,
  welderId: null,
  standsInFor: [],
  ...more,
});

export const people = {
  applicant: user('U-applicant', 'enterprise-manager'),
  manager: user('U-manager', 'enterprise-manager'),
  safety: user('U-safety', 'safety-officer'),
  safety2: user('U-safety2', 'safety-officer'),
  head: user('U-head', 'enterprise-head'),
  watcher: user('U-watcher', 'fire-watcher'),
  watcher2: user('U-watcher2', 'fire-watcher'),
  welder: user('U-welder', 'welder', { enterpriseId: null, welderId: 'W1' }),
  regulator: user('U-regulator', 'regulator', { enterpriseId: null, regionCode: '4110' }),
  regulatorElsewhere: user('U-elsewhere', 'regulator', { enterpriseId: null, regionCode: '410102', welderId: 'W1' }),
  admin: user('U-admin', 'admin', { enterpriseId: null }),
  grid: user('U-grid', 'grid-worker', { enterpriseId: null, regionCode: '411003' }),
  stranger: user('U-stranger', 'safety-officer', { enterpriseId: 'E2' }),
  platform: { kind: 'platform' },
  occupier: { kind: 'occupier' },
  plant: { kind: 'plant', userId: 'U-answers' },
} as const satisfies Record<string, Person>;
export type PersonName = keyof typeof people;
export const NAMES = Object.keys(people) as PersonName[];

export const sign = (change: Partial<Signature> & { userId: string }): Signature => ({
  round: 1,
  step: 0,
  role: 'safety-officer',
  onBehalfOf: null,
  covers: null,
  signedAt: T0,
  ...change,
});

/** A general permit that was just submitted. */
export const permit = (change: Partial<Permit> = {}): Permit => ({
  id: 'P1',
  regime: 'general',
  level: 'ordinary',
  proposedLevel: change.level ?? 'ordinary',
  regionCode: '411003',
  state: 'submitted',
  urgent: false,
  enterpriseId: 'E1',
  contractorId: null,
  occupierEnterpriseId: null,
  plannedStart: T0,
  plannedEnd: T0 + 4 * HOUR,
  placeName: '测试车间',
  lat: 34.12,
  lng: 113.82,
  radiusM: 100,
  openAir: false,
  placeKinds: [],
  levelAnswers: Object.keys(allNo(change.regime ?? 'general', change.placeKinds)).map((code) => ({ code, yes: false })),
  gases: [],
  applicantId: people.applicant.userId,
  workLeaderId: null,
  welderIds: ['W1'],
  machineIds: [],
  fireWatchId: people.watcher.userId,
  watchOnAt: null,
  tappedAt: null,
  tapMissedAt: null,
  occupierPhoneGiven: false,
  occupierConfirmedAt: null,
  round: 1,
  submittedAt: T0 - HOUR,
  waitingSince: T0 - HOUR,
  reminders: 0,
  signatures: [],
  siteVisits: [],
  records: [],
  issuedAt: null,
  startedAt: null,
  stoppedByAuthority: false,
  measures: [{ code: 'extinguisher', confirmed: true }],
  lastGasTest: null,
  lastWorkAt: null,
  watchUntil: null,
  pendingAmendment: null,
  extendsId: null,
  takesOver: false,
  extended: false,
  countersignOverdueAt: null,
  ...change,
});

/** What a state brings with it. */
export const inState = (state: Permit['state'], change: Partial<Permit> = {}): Permit => {
  const signatures = [
    sign({ userId: people.safety.userId, step: 0, role: 'safety-officer', covers: [0] }),
    sign({ userId: people.head.userId, step: 1, role: 'enterprise-head', covers: [1] }),
  ];
  const issued = { signatures, issuedAt: T0 - 30 * MINUTE, waitingSince: null };
  const begun = { ...issued, watchOnAt: T0 - 10 * MINUTE, tappedAt: T0 - 10 * MINUTE, startedAt: T0 - 5 * MINUTE };
  const of: Partial<Record<Permit['state'], Partial<Permit>>> = {
    draft: { round: 0, submittedAt: null, waitingSince: null },
    approved: { signatures, waitingSince: null },
    issued,
    active: begun,
    suspended: begun,
    fire_watch: { ...begun, watchUntil: T0 },
    closed: { ...begun, watchUntil: T0 },
    expired: issued,
  };
  return permit({ state, ...of[state], ...change });
};

export const snapshot = (
  asked: Permit,
  person: Person,
  change: { input?: CommandInput; rules?: PermitRules; at?: Instant } = {},
): PermitSnapshot => {
  const at = change.at ?? T0;
  return {
    permit: asked,
    state: effectiveState(asked, at),
    person,
    input: change.input ?? {},
    rules: change.rules ?? rulesOf(asked, at),
    at,
  };
};
