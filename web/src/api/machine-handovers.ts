import { answered, api, type QueryOf, type Schemas } from './client';

export type MachineHandover = Schemas['MachineHandoverView'];
export type HandoverFilter = QueryOf<'/api/v1/machine-handovers'>;

export const listHandovers = (query: HandoverFilter) =>
  answered(api.GET('/api/v1/machine-handovers', { params: { query } }));
export const offerMachine = (id: string, body: Schemas['OfferMachineRequest']) =>
  answered(api.POST('/api/v1/machines/{id}/handovers', { params: { path: { id } }, body }));
export const answerHandover = (id: string, command: MachineHandover['commands'][number], reason?: string) =>
  answered(
    api.POST('/api/v1/machine-handovers/{id}/commands/{command}', {
      params: { path: { id, command } },
      body: { ...(reason && { reason }) },
    }),
  );
