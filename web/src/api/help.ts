import { answered, api, type QueryOf, type Schemas, under } from './client';

export type HelpTicket = Schemas['HelpTicket'];
export type HelpDetail = Schemas['HelpDetail'];
export type HelpCommand = HelpDetail['commands'][number];
export type AskHelpBody = Schemas['AskHelpRequest'];

export const askHelpOnce = (body: AskHelpBody, key: string) =>
  answered(api.POST('/api/v1/help', { body, ...under(key) }));
export const listHelp = (query: QueryOf<'/api/v1/help'>) => answered(api.GET('/api/v1/help', { params: { query } }));
export const readHelp = (id: string) => answered(api.GET('/api/v1/help/{id}', { params: { path: { id } } }));
export const commandHelp = (id: string, command: HelpCommand, body: Schemas['HelpCommandRequest']) =>
  answered(api.POST('/api/v1/help/{id}/commands/{command}', { params: { path: { id, command } }, body }));
export const helpFigures = () => answered(api.GET('/api/v1/help/figures'));
const LAST_HOTLINE = 'hanan.hotline';

/** Of the place that a scanned code belongs to, or of a region. */
export async function readHotline(code?: string, regionCode?: string): Promise<Schemas['HotlineView']> {
  const query = { ...(code && { code }), ...(regionCode && { regionCode }) };
  const found = await answered(api.GET('/api/v1/hotline', { params: { query } }));
  localStorage.setItem(LAST_HOTLINE, found.phone);
  return found;
}

/** The phone that this device heard of last. */
export const lastHotline = (): string | null => localStorage.getItem(LAST_HOTLINE);

export const listDutyShifts = (query: QueryOf<'/api/v1/duty-shifts'>) =>
  answered(api.GET('/api/v1/duty-shifts', { params: { query } }));
export const addDutyShift = (body: Schemas['DutyShiftRequest']) => answered(api.POST('/api/v1/duty-shifts', { body }));
export const endDutyShift = (id: string) =>
  answered(api.DELETE('/api/v1/duty-shifts/{id}', { params: { path: { id } } }));
