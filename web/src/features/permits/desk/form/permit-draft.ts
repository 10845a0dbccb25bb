import { gasTestAsked } from '@domain/permits/gas-asked';
import type { GasTestAsked } from '@domain/permits/permit-rule-values';
import { platformNow } from '@/api/platform-clock';
import type { Regime } from '@/api/permit-lists';
import type { DraftPermitRequest, FormLevel, Permit, PermitForm } from '@/api/permits';
import { emptyStandardDraft, missingOnForm, standardDraftOf, toStandardForm, type MissingOnForm, type StandardDraft } from './standard-draft'; // prettier-ignore

const HOUR = 3_600_000;
const MINUTES = 60;
const MINUTE = 60_000;
const STEP = 900_000;

export type Answer = 'yes' | 'no';
type Question = PermitForm['questions'][number];

/** What is typed on the form. Kept on the device until the permit exists; names stand beside ids, so that a reload shows people and not numbers. */
export interface PermitDraft extends StandardDraft {
  regime: Regime | '';
  /** What is not here is not answered. */
  answers: Record<string, Answer>;
  /** Empty: as the answers call for. */
  level: string;
  enterpriseId: string | undefined;
  contractorId: string | undefined;
  placeName: string;
  lat: number | null;
  lng: number | null;
  radiusM: number;
  /** An official's, for a radius wider than the rule allows. */
  radiusReason: string;
  openAir: boolean;
  kinds: string[];
  content: string;
  method: string;
  /** The platform's clock says when, at submission. */
  fromNow: boolean;
  start: string;
  hours: number;
  welderIds: string[];
  machineIds: string[];
  fireWatchId: string | undefined;
  gases: string[];
  occupierPhone: string;
  urgent: boolean;
  urgentReason: string;
  names: Record<string, string>;
}

/** The next quarter of an hour that is at least half an hour away. */
const soon = (): string => new Date(Math.ceil((platformNow() + HOUR / 2) / STEP) * STEP).toISOString();

export const emptyDraft = (enterpriseId: string | undefined): PermitDraft => ({
  regime: '',
  answers: {},
  level: '',
  enterpriseId,
  contractorId: undefined,
  placeName: '',
  lat: null,
  lng: null,
  radiusM: 50,
  radiusReason: '',
  openAir: false,
  kinds: [],
  content: '',
  method: '',
  fromNow: false,
  start: soon(),
  hours: 4,
  welderIds: [],
  machineIds: [],
  fireWatchId: undefined,
  gases: [],
  occupierPhone: '',
  urgent: false,
  urgentReason: '',
  ...emptyStandardDraft(),
  names: {},
});

/** A permit that is still a draft, back on the form. A phone that is shown masked has to be typed again. */
export const draftOf = (permit: Permit): PermitDraft => ({
  ...emptyDraft(permit.enterpriseId ?? undefined),
  regime: permit.regime,
  answers: { ...permit.answers },
  level: permit.proposedLevel,
  contractorId: permit.contractorId ?? undefined,
  placeName: permit.place.name,
  lat: permit.place.lat,
  lng: permit.place.lng,
  radiusM: permit.place.radiusM,
  openAir: permit.place.openAir,
  kinds: [...permit.place.kinds],
  content: permit.content,
  method: permit.method,
  fromNow: permit.startsNow,
  start: permit.plannedStart,
  hours: Math.max(0.5, (Date.parse(permit.plannedEnd) - Date.parse(permit.plannedStart)) / HOUR),
  welderIds: permit.welders.map(({ id }) => id),
  machineIds: permit.machines.map(({ id }) => id),
  fireWatchId: permit.fireWatch?.id,
  gases: [...permit.gases],
  urgent: permit.urgent,
  urgentReason: permit.urgentReason ?? '',
  ...standardDraftOf(permit),
  names: Object.fromEntries([
    ...permit.welders.map(({ id, name }) => [id, name]),
    ...permit.machines.map(({ id, model }) => [id, model]),
    ...(permit.fireWatch ? [[permit.fireWatch.id, permit.fireWatch.name]] : []),
    [permit.workLeader.id, permit.workLeader.name],
    ...(permit.contractorId ? [[permit.contractorId, permit.contractorName ?? permit.contractorId]] : []),
    ...(permit.enterpriseId ? [[permit.enterpriseId, permit.enterpriseName ?? permit.enterpriseId]] : []),
  ]),
});

/** The kinds of the place that answer a question with yes. */
export const answeringKinds = ({ placeKinds }: Question, { kinds }: Pick<PermitDraft, 'kinds'>): string[] =>
  placeKinds.filter((kind) => kinds.includes(kind));

/** What somebody answered, else what the kinds of the place say; null: not answered. */
export const answerOf = (question: Question, draft: Pick<PermitDraft, 'answers' | 'kinds'>): Answer | null =>
  draft.answers[question.code] ?? (answeringKinds(question, draft).length > 0 ? 'yes' : null);

/** The strictest level that a yes calls for; the weakest without any. */
export function proposedLevel(
  { levels, questions }: PermitForm,
  draft: Pick<PermitDraft, 'answers' | 'kinds'>,
): string {
  const called = questions.filter((one) => answerOf(one, draft) === 'yes').map(({ level }) => levels.indexOf(level));
  return levels[Math.min(levels.length - 1, ...called)] ?? '';
}

/** What is asked for: the proposed level, or a stricter one that was chosen. */
export function askedLevel(form: PermitForm, draft: PermitDraft): string {
  const { level } = draft;
  const proposed = proposedLevel(form, draft);
  const chosen = form.levels.indexOf(level);
  return chosen >= 0 && chosen < form.levels.indexOf(proposed) ? level : proposed;
}

export const detailOf = (form: PermitForm, level: string): FormLevel | null =>
  form.levelDetails.find(({ code }) => code === level) ?? null;

type PlannedTime = Pick<PermitDraft, 'fromNow' | 'start' | 'hours'>;

/** As far as this device's clock can tell. */
export const startOf = ({ fromNow, start }: PlannedTime): string =>
  new Date(fromNow ? Math.floor(platformNow() / MINUTE) * MINUTE : start).toISOString();
export const endOf = (time: PlannedTime): string =>
  new Date(Date.parse(startOf(time)) + time.hours * HOUR).toISOString();

/** Time longer than the stricter level may last is not meant to be worked through: its first shift tells whether it is raised. */
export function firstShiftEnd(form: PermitForm, draft: PermitDraft): string {
  const stricter = form.levels[form.levels.indexOf(askedLevel(form, draft)) - 1];
  const most = stricter === undefined ? draft.hours : (detailOf(form, stricter)?.longestHours ?? draft.hours);
  return endOf({ ...draft, hours: Math.min(draft.hours, most) });
}

export type Missing = Partial<
  Record<
    | 'answers'
    | 'placeName'
    | 'position'
    | 'content'
    | 'method'
    | 'welders'
    | 'fireWatch'
    | 'occupier'
    | 'gases'
    | 'urgent'
    | keyof MissingOnForm,
    boolean
  >
>;

/** What the regime asks and nobody has filled in yet. */
export const missingIn = (draft: PermitDraft, form: PermitForm): Missing => ({
  answers: form.questions.some((question) => answerOf(question, draft) === null),
  placeName: draft.placeName.trim() === '',
  position: draft.lat === null || draft.lng === null,
  content: draft.content.trim() === '',
  method: draft.method.trim() === '',
  welders: draft.welderIds.length === 0,
  fireWatch: form.fireWatch === 'required' && !draft.fireWatchId,
  occupier: form.occupierConfirms && !/^1\d{10}$/.test(draft.occupierPhone.trim()),
  gases: gasTestFor(form, draft) === 'required' && draft.gases.length === 0,
  urgent: draft.urgent && draft.urgentReason.trim().length < 2,
  ...(form.standardForm ? missingOnForm(draft, isRecorded(form, draft)) : {}),
});

/** At special level the whole work is recorded. */
const isRecorded = (form: PermitForm, draft: PermitDraft): boolean =>
  (detailOf(form, askedLevel(form, draft))?.videoDays ?? 0) > 0;

const answersOf = ({ questions }: PermitForm, draft: PermitDraft): { code: string; yes: boolean }[] =>
  questions.map((question) => ({ code: question.code, yes: answerOf(question, draft) === 'yes' }));

/** Whether a gas test is asked for by the regime, the kinds of the place or an answer: the platform's own function says so. */
export const gasTestFor = (form: PermitForm, draft: PermitDraft): GasTestAsked =>
  gasTestAsked({ placeKinds: draft.kinds, levelAnswers: answersOf(form, draft) }, form);

export function toRequest(draft: PermitDraft, form: PermitForm): DraftPermitRequest {
  return {
    regime: form.regime,
    level: askedLevel(form, draft),
    answers: Object.fromEntries(
      form.questions.flatMap(({ code }) => (draft.answers[code] ? [[code, draft.answers[code]]] : [])),
    ),
    ...(draft.enterpriseId && { enterpriseId: draft.enterpriseId }),
    ...(draft.contractorId && { contractorId: draft.contractorId }),
    place: {
      name: draft.placeName.trim(),
      lat: draft.lat ?? 0,
      lng: draft.lng ?? 0,
      radiusM: draft.radiusM,
      ...(draft.radiusReason.trim() && { radiusReason: draft.radiusReason.trim() }),
      openAir: draft.openAir,
      kinds: draft.kinds,
    },
    content: draft.content.trim(),
    method: draft.method.trim(),
    ...(draft.fromNow
      ? { minutes: Math.round(draft.hours * MINUTES) }
      : { plannedStart: startOf(draft), plannedEnd: endOf(draft) }),
    welderIds: draft.welderIds,
    machineIds: draft.machineIds,
    ...(draft.fireWatchId && { fireWatchId: draft.fireWatchId }),
    ...(gasTestFor(form, draft) !== 'none' && { gases: draft.gases }),
    ...(form.occupierConfirms && { occupierPhone: draft.occupierPhone.trim() }),
    ...(draft.urgent && form.urgentAllowed && { urgent: true, urgentReason: draft.urgentReason.trim() }),
    ...(form.standardForm && toStandardForm(draft)),
  };
}
