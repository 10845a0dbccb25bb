import { get, post } from './http';
import type { Page, PageQuery } from './page';

export interface PermitItem {
  id: string;
  number: string;
  regime: string;
  level: string;
  state: string;
  place: { name: string; lat: number; lng: number; radiusM: number };
  content: string;
  plannedStart: string;
  plannedEnd: string;
  enterpriseId: string | null;
}
export interface Permit extends PermitItem {
  code: string;
  method: string;
  proposedLevel: string;
  raisedBecause: string[];
  commands: string[];
  measures: { code: string; text: string; confirmed: boolean }[];
  gases: string[];
  gasTests: { sampledAt: string; passed: boolean; readings: { gas: string; value: number; unit: string }[] }[];
  welders: { id: string; name: string }[];
  machines: { id: string; model: string }[];
  fireWatch: { id: string; name: string } | null;
  signatures: { step: number; role: string; name: string; signedAt: string; comment: string | null }[];
  history: { at: string; command: string; toState: string; byName: string }[];
  suspendReason: string | null;
  watchUntil: string | null;
}
export interface CreatePermitRequest {
  regime: string;
  level?: string;
  enterpriseId?: string;
  contractorId?: string;
  place: { name: string; lat: number; lng: number; radiusM: number; openAir?: boolean; kinds?: string[] };
  content: string;
  method: string;
  plannedStart: string;
  plannedEnd: string;
  welderIds: string[];
  machineIds: string[];
  fireWatchId?: string;
  gases?: string[];
  occupierPhone?: string;
}
export interface PermitForm {
  regime: string;
  levels: string[];
  longestHours: Record<string, number>;
  gasTest: string;
  measures: { code: string; text: string }[];
}
export type PermitCommandBody = Record<string, unknown>;
export type PermitQuery = PageQuery & {
  mine?: boolean;
  state?: string;
  regime?: string;
  regionCode?: string;
  enterpriseId?: string;
};

export const listPermits = (query: PermitQuery): Promise<Page<PermitItem>> => get('/permits', { ...query });
export const readPermit = (id: string): Promise<Permit> => get(`/permits/${id}`);
export const createPermit = (body: CreatePermitRequest): Promise<Permit> => post('/permits', body);
export const copyPermit = (id: string): Promise<Permit> => post(`/permits/${id}/copy`, {});
export const permitForms = (enterpriseId?: string): Promise<{ items: PermitForm[] }> =>
  get('/permits/forms', { enterpriseId });
export const commandPermit = (id: string, command: string, body: PermitCommandBody): Promise<Permit> =>
  post(`/permits/${id}/commands/${command}`, body);
export const confirmByOccupier = (id: string, code: string): Promise<void> =>
  post(`/permits/${id}/occupier-confirmation`, { code });

/** What a command asks of the person who gives it. */
export type CommandForm = 'none' | 'reason' | 'comment' | 'measures' | 'gas-test' | 'close' | 'amend';
const FORMS: Record<string, CommandForm> = {
  approve: 'comment',
  return: 'reason',
  reject: 'reason',
  suspend: 'reason',
  cancel: 'reason',
  measures: 'measures',
  'gas-test': 'gas-test',
  close: 'close',
  amend: 'amend',
};
export const formOf = (command: string): CommandForm => FORMS[command] ?? 'none';

/** The order of buttons: what is due first, what breaks off last. */
const ORDER = [
  'submit', 'approve', 'issue', 'fire-watch-on', 'measures', 'gas-test', 'start', 'resume', 'finish', 'close', 'amend', 'suspend', 'return', 'reject', 'fire-watch-off', 'cancel',
]; // prettier-ignore
export const commandsShown = (commands: readonly string[]): string[] =>
  ORDER.filter((command) => commands.includes(command));

/** The limit a gas is held to, for the words beside the field (GB 30871-2022); the platform itself judges the reading. */
const HIGH_LEL = new Set(['methane', 'hydrogen', 'carbon-monoxide', 'ammonia']);
const LOW_LEL = new Set(['propane', 'acetylene', 'gasoline', 'toluene', 'benzene', 'butane', 'ethylene']);
export function gasLimit(gas: string): { unit: string; text: 'low' | 'high' | 'any' | 'oxygen' } {
  if (gas === 'oxygen') return { unit: '%vol', text: 'oxygen' };
  if (HIGH_LEL.has(gas)) return { unit: '%vol', text: 'high' };
  return { unit: '%vol', text: LOW_LEL.has(gas) ? 'low' : 'any' };
}
