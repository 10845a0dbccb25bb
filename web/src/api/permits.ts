import { get, getBlob, post, put } from './http';

export interface Named {
  id: string;
  name: string;
}
export interface PermitMeasure {
  code: string;
  text: string;
  confirmed: boolean;
  confirmedBy: string | null;
  confirmedAt: string | null;
}
export interface PermitSignature {
  step: number;
  role: string;
  title: string;
  name: string;
  onBehalfOf: string | null;
  signedAt: string;
  comment: string | null;
  signatureFileId: string | null;
}
export interface AwaitedSignature {
  step: number;
  roles: string[];
  title: string;
  now: boolean;
  siteVisit: boolean;
}
export interface GasTest {
  id: string;
  sampledAt: string;
  passed: boolean;
  readings: { gas: string; value: number; unit: string; point: string | null }[];
  failed: number[];
  instrument: string | null;
  calibrationDueOn: string | null;
  source: string;
  testedBy: string | null;
}
export interface Amendment {
  id: string;
  welders: Named[];
  machines: Named[];
  askedBy: string;
  askedAt: string;
  confirmedBy: string | null;
  confirmedAt: string | null;
}
export interface PermitHistory {
  at: string;
  command: string;
  fromState: string | null;
  toState: string;
  byName: string;
  reason: string | null;
}
export interface Permit {
  id: string;
  number: string;
  code: string;
  version: number;
  regime: string;
  level: string;
  proposedLevel: string;
  raisedBecause: string[];
  state: string;
  commands: string[];
  enterpriseId: string | null;
  enterpriseName: string | null;
  contractorId: string | null;
  contractorName: string | null;
  occupierEnterpriseId: string | null;
  regionCode: string;
  place: { name: string; lat: number; lng: number; radiusM: number; openAir: boolean; kinds: string[] };
  content: string;
  method: string;
  gases: string[];
  plannedStart: string;
  plannedEnd: string;
  applicant: Named;
  welders: Named[];
  machines: { id: string; model: string }[];
  fireWatch: Named | null;
  watchOnAt: string | null;
  nextTapAt: string | null;
  tapMissedAt: string | null;
  watchMinutes: number;
  watchUntil: string | null;
  measures: PermitMeasure[];
  gasTest: string;
  gasTests: GasTest[];
  signatures: PermitSignature[];
  awaited: AwaitedSignature[];
  siteVisits: { name: string; at: string; photoId: string | null }[];
  taps: { kind: string; name: string | null; at: string; photoId: string | null }[];
  amendments: Amendment[];
  history: PermitHistory[];
  urgent: boolean;
  urgentReason: string | null;
  countersignUntil: string | null;
  occupierPhone: string | null;
  occupierConfirmedAt: string | null;
  submittedAt: string | null;
  issuedAt: string | null;
  issuedBy: string | null;
  startedAt: string | null;
  suspendedAt: string | null;
  suspendReason: string | null;
  stoppedByAuthority: boolean;
  finishedAt: string | null;
  closedAt: string | null;
  closeNote: string | null;
  closePhotoId: string | null;
  extendsId: string | null;
  extendedById: string | null;
  ruleVersion: string | null;
  createdAt: string;
}
export interface DraftPermitRequest {
  regime: string;
  level?: string;
  levelAnswers?: { code: string; yes: boolean }[];
  enterpriseId?: string;
  contractorId?: string;
  place: { name: string; lat: number; lng: number; radiusM?: number; openAir?: boolean; kinds?: string[] };
  content: string;
  method: string;
  plannedStart: string;
  plannedEnd: string;
  welderIds: string[];
  machineIds?: string[];
  fireWatchId?: string;
  gases?: string[];
  occupierPhone?: string;
  urgent?: boolean;
  urgentReason?: string;
}
export interface FormChoice {
  code: string;
  name: string;
}
export interface FormGas extends FormChoice {
  lel: number | null;
  min: number | null;
  max: number;
}
export interface FormLevel extends FormChoice {
  longestHours: number;
  chain: { step: number; title: string; roles: string[]; of: string; siteVisit: boolean }[];
  urgent: { allowed: boolean; countersignHours: number } | null;
  fireWatchMinutes: number;
}
/** Everything a form of one regime asks and says. */
export interface PermitForm {
  regime: string;
  name: string;
  levels: string[];
  levelDetails: FormLevel[];
  sameDay: boolean;
  gasTest: string;
  gases: FormGas[];
  measures: { code: string; text: string; placeKinds: string[]; openAir: boolean; source: string }[];
  questions: { code: string; text: string; level: string }[];
  placeKinds: FormChoice[];
  occupierConfirms: boolean;
  fireWatch: string;
  urgentAllowed: boolean;
}
export type PermitCommandBody = Readonly<Record<string, unknown>>;

export const readPermit = (id: string): Promise<Permit> => get(`/permits/${id}`);
export const createPermit = (body: DraftPermitRequest & { submit?: boolean }): Promise<Permit> =>
  post('/permits', body);
/** Only while it is a draft or was returned; `version` is the one that was on the form. */
export const changePermit = (id: string, body: DraftPermitRequest, version: number | undefined): Promise<Permit> =>
  put(`/permits/${id}`, body, version === undefined ? {} : { 'If-Match': `"${version}"` });
export const copyPermit = (
  id: string,
  body: { plannedStart?: string; plannedEnd?: string; submit?: boolean } = {},
): Promise<Permit> => post(`/permits/${id}/copy`, body);
export const extendPermit = (id: string, body: { plannedEnd: string; submit: boolean }): Promise<Permit> =>
  post(`/permits/${id}/extension`, body);
export const permitForms = (enterpriseId?: string): Promise<{ items: PermitForm[] }> =>
  get('/permits/forms', { enterpriseId });
export const commandPermit = (id: string, command: string, body: PermitCommandBody): Promise<Permit> =>
  post(`/permits/${id}/commands/${command}`, body);
/** What the occupier who typed the code is told. */
export interface OccupierView {
  id: string;
  number: string;
  state: string;
  placeName: string;
  content: string;
  plannedStart: string;
  plannedEnd: string;
}
export const confirmByOccupier = (id: string, code: string): Promise<OccupierView> =>
  post(`/permits/${id}/occupier-confirmation`, { code });
/** A new code; the old one is dead. */
export const resendOccupierCode = (id: string): Promise<unknown> => post(`/permits/${id}/occupier-code`);
export const permitPaper = (id: string): Promise<Blob> => getBlob(`/permits/${id}/permit.pdf`);
