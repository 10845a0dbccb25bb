import { isApproved, isRaisedSmall, mayIssue, maySeeMeasures, mayStart } from './chain-law';
import { isBad, isFresh, isTest, needsGasTest, passes, type GasTest } from './gas-law';
import { standsThere } from './place-law';
import { MINUTE } from './time-law';
import { reason, type Act, type Permit, type Person, type Reason } from './world';

type Standing = 'submitted' | 'approved' | 'issued' | 'active' | 'suspended' | 'over';

/** Where a permit stands after what people did, as far as the law lets it count. */
export interface Course {
  readonly standing: Standing;
  readonly confirmed: ReadonlySet<string>;
  readonly watcherThere: boolean;
  readonly tests: readonly GasTest[];
  readonly startedAt?: number;
  readonly stoppedAt?: number;
  readonly finishedAt?: number;
  readonly added: readonly string[];
  /** What kept it from going on. */
  readonly missing: readonly Reason[];
}

const BEGIN: Course = {
  standing: 'submitted',
  confirmed: new Set(),
  watcherThere: false,
  tests: [],
  added: [],
  missing: [],
};

/** What must hold whenever work begins or goes on: section 3, "as the regime asks". */
export function missingForWork(permit: Permit, course: Course, at: number): Reason[] {
  return [
    ...(measuresDone(permit, course)
      ? []
      : [reason('permit.measures-unconfirmed', ['permit.'], ['measures', 'start', 'resume'])]),
    ...(watchKept(permit, course)
      ? []
      : [reason('permit.fire-watch-absent', ['permit.'], ['watch-on', 'start', 'resume'])]),
    ...gasReasons(permit, course, at),
  ];
}

/** "Measures are confirmed by the person who saw them, one by one". */
const measuresDone = (permit: Permit, { confirmed }: Course): boolean =>
  permit.measures.every((code) => confirmed.has(code));

/**
 * "Fire watch: one watcher, one point". The occupier of a small job "may watch", and then nobody signs on; at the level `raised`
 * somebody watches in any case, so the occupier says so.
 */
const watchKept = (permit: Permit, { watcherThere }: Course): boolean =>
  watcherThere || (permit.regime === 'small' && !permit.watcher && (!isRaisedSmall(permit) || occupierWatches(permit)));

const occupierWatches = ({ acts, occupierPhone }: Permit): boolean =>
  acts.some((act) => act.kind === 'occupier' && act.phone === occupierPhone && act.watches);

const GAS_STEPS = ['submit', 'gas', 'start', 'resume'];

/** "first ventilate, then measure, then work". A later bad reading counts whatever a test before it said. */
function gasReasons(permit: Permit, { tests }: Course, at: number): Reason[] {
  const latest = tests.at(-1);
  if (latest && (needsGasTest(permit) ? !passes(permit, latest) : isBad(permit, latest)))
    return [reason('permit.gas-test-failed', ['permit.'], GAS_STEPS)];
  if (!needsGasTest(permit)) return [];
  if (!latest) return [reason('permit.gas-test-missing', ['permit.'], GAS_STEPS)];
  return isFresh(permit, latest, at) ? [] : [reason('permit.gas-test-stale', ['permit.'], GAS_STEPS)];
}

/** One act after another. */
export function follow(permit: Permit): Course {
  return permit.acts.reduce((course, act, n) => step(permit, course, act, permit.acts.slice(0, n)), BEGIN);
}

/** "a change of … time is a new permit (…; an extension links to the old one)": it counts once it is signed and issued itself. */
export function lastsUntil(permit: Permit): number {
  const more = permit.acts.find((act) => act.kind === 'extend');
  if (more?.kind !== 'extend') return permit.to;
  const next = follow({ ...permit, from: permit.to, to: more.to, acts: more.acts });
  return ['issued', 'active'].includes(next.standing) ? more.to : permit.to;
}

const WAITING: readonly Standing[] = ['submitted', 'approved'];
const AT_WORK: readonly Standing[] = ['issued', 'active', 'suspended'];

function step(permit: Permit, course: Course, act: Act, before: readonly Act[]): Course {
  if (course.standing === 'over' || act.at >= permit.to) return course;
  switch (act.kind) {
    case 'approve':
    case 'site-visit':
    case 'occupier':
      return approved(permit, course, [...before, act]);
    case 'issue':
      return course.standing === 'approved' && mayIssue(permit, act.by, before)
        ? { ...course, standing: 'issued' }
        : course;
    case 'cancel':
      return [...WAITING, 'issued'].includes(course.standing) && act.by.id === permit.applicant.id
        ? { ...course, standing: 'over' }
        : course;
    default:
      return AT_WORK.includes(course.standing) ? atWork(permit, course, act) : course;
  }
}

function approved(permit: Permit, course: Course, acts: readonly Act[]): Course {
  if (course.standing !== 'submitted' || !isApproved(permit, acts)) return course;
  return { ...course, standing: permit.regime === 'small' ? 'issued' : 'approved' };
}

function atWork(permit: Permit, course: Course, act: Act): Course {
  const isWatcher = act.by.id === permit.watcher?.id;
  switch (act.kind) {
    case 'measures':
      return maySeeMeasures(permit, act.by)
        ? { ...course, confirmed: new Set([...course.confirmed, ...act.confirmed]) }
        : course;
    case 'watch-on':
      /** "Watcher's presence" is proved by a position on the spot. */
      return isWatcher && !act.by.watchesElsewhere && standsThere(permit.circle, act.position)
        ? { ...course, watcherThere: true }
        : course;
    case 'watch-off':
      /** "a watcher who leaves suspends it". */
      return isWatcher ? stopped({ ...course, watcherThere: false }, act.at) : course;
    case 'gas':
      return measured(permit, course, act);
    case 'start':
      return course.standing === 'issued' && mayStart(permit, act.by) && act.at >= permit.from - 10 * MINUTE
        ? begun(permit, course, act.at)
        : course;
    case 'suspend':
      return isWatcher || act.by.enterpriseId === permit.enterpriseId ? stoppedByHand(course, act.at) : course;
    case 'resume':
      return course.standing === 'suspended' ? begun(permit, course, act.at) : course;
    case 'finish':
      return course.standing === 'issued' || !mayFinish(permit, act.by)
        ? course
        : { ...course, standing: 'over', finishedAt: act.at };
    default:
      return course;
  }
}

/** Those on the spot who may begin it, and the safety officer. */
const mayFinish = (permit: Permit, by: Person): boolean =>
  mayStart(permit, by) || (by.role === 'safety-officer' && by.enterpriseId === permit.enterpriseId);

const stopped = (course: Course, at: number): Course =>
  course.standing === 'active' ? { ...course, standing: 'suspended', stoppedAt: at } : course;

/** Whoever stops the work has seen something: what was confirmed before is looked at again. */
const stoppedByHand = (course: Course, at: number): Course =>
  course.standing === 'active' ? { ...stopped(course, at), confirmed: new Set() } : course;

function measured(permit: Permit, course: Course, test: GasTest): Course {
  if (!isTest(test)) return course;
  const next = { ...course, tests: [...course.tests, test] };
  const failed = needsGasTest(permit) ? !passes(permit, test) : isBad(permit, test);
  return failed ? stopped(next, test.at) : next;
}

/** Minutes of interruption after which gas is measured again: "30 min (special, first) or > 60 min (second)". */
const interruptionLimit = ({ regime, level }: Permit): number =>
  (regime === 'chemical' && level !== 'second' ? 30 : 60) * MINUTE;

function begun(permit: Permit, course: Course, at: number): Course {
  const interrupted = course.stoppedAt !== undefined && at - course.stoppedAt > interruptionLimit(permit);
  const fresh = course.startedAt !== undefined && !interrupted ? course : { ...course, startedAt: undefined };
  const missing = missingForWork(permit, fresh, at);
  if (missing.length > 0) return { ...course, missing };
  return { ...course, standing: 'active', startedAt: course.startedAt ?? at, missing: [] };
}
