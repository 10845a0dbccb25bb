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
/** Of the place that a scanned code belongs to. */
export const readHotline = (code?: string) =>
  answered(api.GET('/api/v1/hotline', { params: { query: code ? { code } : {} } }));
