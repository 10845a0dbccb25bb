import { seatsOf } from './chain-law';
import { answeredByKinds, dayOf, DAY, HOUR, levelAt, MINUTE, levelOfForm } from './time-law';
import { LARGEST_RADIUS_M } from './place-law';
import { sitesAt } from './site-law';
import { reason, type Permit, type Reason, type World } from './world';

/** Whether this permit may be asked for at all. Each rule: one sentence of section 5. */
type Rule = (permit: Permit, world: World) => boolean;

/** "inside an enterprise of the chemical trade … whoever works there needs `chemical` …; a building site `construction`". */
const regimeFitsPlace: Rule = ({ regime, placeTrades }) => {
  if (placeTrades.includes('chemical')) return regime === 'chemical';
  if (placeTrades.includes('construction')) return regime === 'construction' || regime === 'chemical';
  return true;
};

/** "and the site's enterprise signs": a large permit there is one of that enterprise. */
const hostSigns: Rule = (permit, world) => {
  const { hosts } = sitesAt(permit, world);
  return permit.regime === 'small' || hosts.length === 0 || hosts.includes(permit.enterpriseId ?? '');
};

const SMALL_NEVER = ['confined-space', 'sandwich-panel'];

/** "`small` never in confined space, sandwich panel, near flammables, nor where an answer says so". */
const smallFitsPlace: Rule = ({ regime, kinds, answers }) =>
  regime !== 'small' || (!kinds.some((kind) => SMALL_NEVER.includes(kind)) && !Object.values(answers).includes('yes'));

/** "the occupier's phone is none of the applicant's, the named welders' or their enterprise's accounts". */
const occupierIsAnother: Rule = ({ regime, occupierPhone, ownPhones, welderPhones }) =>
  regime !== 'small' ||
  (occupierPhone !== undefined && !ownPhones.includes(occupierPhone) && !welderPhones.includes(occupierPhone));

/** "the third `small` at a place in 7 days is `general`". */
const smallNotAgain: Rule = ({ regime, smallBefore }) => regime !== 'small' || smallBefore < 2;

/** "Questions have three answers: yes, no, not answered; unanswered blocks submission. Place kinds answer their own question". */
const allAnswered: Rule = (permit) =>
  permit.questions.every((question) => permit.answers[question] || answeredByKinds(permit).includes(question));

const LONGEST_HOURS: Readonly<Record<string, number>> = {
  'small one': 4,
  'small raised': 4,
  'general ordinary': 8,
  'general raised': 8,
  'chemical special': 8,
  'chemical first': 8,
  'chemical second': 72,
};

/** Column "Longest": 4 h, 8 h, same day, 8 h / 8 h / 72 h. */
const withinLongest: Rule = (permit, world) => {
  const { regime, from, to } = permit;
  if (to <= from) return false;
  if (regime === 'construction') return dayOf(from) === dayOf(to - 1);
  return to - from <= (LONGEST_HOURS[`${regime} ${levelAt(permit, from, world)}`] ?? 8) * HOUR;
};

/** "Longest lead time 30 days, by rule"; section "API": "`plannedStart` up to 10 min ago is accepted". */
const withinLead: Rule = ({ askedAt, from }) => from - askedAt <= 30 * DAY && askedAt - from <= 10 * MINUTE;

/** Section 3: "50–300 m by rule …; an official may allow more with a reason". */
const radiusAllowed: Rule = ({ circle }) => circle.radiusM <= LARGEST_RADIUS_M;

/** "Fire watch: one watcher, one point, several welders on it"; the API: "never a named welder's". */
const watcherIsAnother: Rule = ({ watcher, welderIds, regime }) => {
  if (!watcher) return regime === 'small';
  return watcher.welderId === undefined || !welderIds.includes(watcher.welderId);
};

/** "Chemical permits of every level are approved **at the work site** …; no remote urgent way there"; small needs its occupier. */
const urgentAllowed: Rule = ({ urgent, regime }) => !urgent || regime === 'general' || regime === 'construction';

/** "Chemical: watcher's training certificate is enforced." */
const watcherTrained: Rule = ({ regime, watcher, askedAt }) =>
  regime !== 'chemical' || !watcher || (watcher.trainedUntil ?? 0) > askedAt;

/**
 * "A chain whose seats nobody can fill is refused at submission". A firm of the cast has one safety officer and one head, so
 * what either of them fills in waits for a signature that nobody else can give. Urgent work has "full signatures within 24 h".
 */
const seatsFilled: Rule = (permit, world) => {
  const level = levelOfForm(permit, world);
  const seats = [...seatsOf({ ...permit, urgent: false }, level), ...(permit.formSeats[level] ?? [])];
  return !seats.some((seat) => seat === permit.applicant.role && seat !== 'enterprise-manager');
};

const RULES: Readonly<Record<string, Rule>> = {
  'submit.regime': regimeFitsPlace,
  'submit.host': hostSigns,
  'submit.small-place': smallFitsPlace,
  'submit.two-people': occupierIsAnother,
  'submit.small-again': smallNotAgain,
  'submit.unanswered': allAnswered,
  'submit.too-long': withinLongest,
  'submit.lead': withinLead,
  'submit.radius': radiusAllowed,
  'submit.watcher': watcherIsAnother,
  'submit.urgent': urgentAllowed,
  'submit.watcher-untrained': watcherTrained,
  'submit.seat-empty': seatsFilled,
};

/** Any refused step of asking will do as the platform's word; where it let the permit pass, a word about the permit at the start. */
export const submissionReasons = (permit: Permit, world: World): Reason[] =>
  Object.entries(RULES)
    .filter(([, rule]) => !rule(permit, world))
    .map(([code]) =>
      reason(code, ['permit.', ...(code === 'submit.radius' ? ['place.outside-site'] : [])], ['submit', 'occupier']),
    );
