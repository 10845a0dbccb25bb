import { answered, api, fileOf, under, type Schemas } from './client';

export type Permit = Schemas['PermitView'];
export type PermitMeasure = Schemas['PermitMeasureView'];
export type GasTest = Schemas['PermitGasTestView'];
export type Amendment = Schemas['AmendmentView'];
export type PermitHistory = Schemas['PermitHistoryView'];
export type DraftPermitRequest = Schemas['DraftPermitRequest'];
export type PermitForm = Schemas['PermitForm'];
export type FormPlace = Schemas['FormPlace'];
export type FormLevel = Schemas['FormLevel'];
export type PermitCommand = Permit['commands'][number];
export type PermitCommandBody = Schemas['PermitCommandRequest'];

const of = (id: string) => ({ path: { id } });

export const readSignboardCode = (id: string) =>
  answered(api.GET('/api/v1/permits/{id}/signboard-code', { params: of(id) }));
export const readSignal = (id: string) => answered(api.GET('/api/v1/permits/{id}/without-signal', { params: of(id) }));
export const stateSignal = (id: string, body: Schemas['StateSignalRequest']) =>
  answered(api.POST('/api/v1/permits/{id}/without-signal', { params: of(id), body }));
export const readPermit = (id: string) => answered(api.GET('/api/v1/permits/{id}', { params: of(id) }));
export const createPermit = (body: Schemas['CreatePermitRequest']) => answered(api.POST('/api/v1/permits', { body }));
/** Only while it is a draft or was returned; `version` is the one that was on the form. */
export const changePermit = (id: string, version: number | undefined, body: DraftPermitRequest) =>
  answered(
    api.PUT('/api/v1/permits/{id}', {
      params: { ...of(id), header: version === undefined ? {} : { 'if-match': `"${version}"` } },
      body,
    }),
  );
export const copyPermit = (id: string, body: Schemas['CopyPermitRequest'] = {}) =>
  answered(api.POST('/api/v1/permits/{id}/copy', { params: of(id), body }));
export const extendPermit = (id: string, body: Schemas['ExtendPermitRequest']) =>
  answered(api.POST('/api/v1/permits/{id}/extension', { params: of(id), body }));
export const permitForms = (enterpriseId?: string, place: { lat?: number; lng?: number; radiusM?: number } = {}) =>
  answered(
    api.GET('/api/v1/permits/forms', { params: { query: { ...place, ...(enterpriseId && { enterpriseId }) } } }),
  );
export const commandPermit = (id: string, command: PermitCommand, body: PermitCommandBody) =>
  answered(api.POST('/api/v1/permits/{id}/commands/{command}', { params: { path: { id, command } }, body }));
/** The same under a key that was fixed when it was typed. */
export const commandPermitOnce = (id: string, command: PermitCommand, body: PermitCommandBody, key: string) =>
  answered(
    api.POST('/api/v1/permits/{id}/commands/{command}', { params: { path: { id, command } }, body, ...under(key) }),
  );
export type OccupierView = Schemas['OccupierView'];
export type OccupierProof = Schemas['OccupierConfirmationRequest'];
/** What whoever holds the link of the text message is asked to confirm. */
export const lookAsOccupier = (id: string, key: string) =>
  answered(api.GET('/api/v1/permits/{id}/occupier', { params: { ...of(id), query: { key } } }));
export const confirmByOccupier = (id: string, body: OccupierProof) =>
  answered(api.POST('/api/v1/permits/{id}/occupier-confirmation', { params: of(id), body }));
/** By the link of the text: this phone wants no more of them, and by a code that it does again. */
export const stopTexts = (id: string, key: string) =>
  answered(api.POST('/api/v1/permits/{id}/occupier-refusal', { params: of(id), body: { key } }));
export const sendResumeCode = (id: string, key: string) =>
  answered(api.POST('/api/v1/permits/{id}/occupier-refusal/code', { params: of(id), body: { key } }));
export const resumeTexts = (id: string, key: string, code: string) =>
  answered(api.POST('/api/v1/permits/{id}/occupier-refusal/lift', { params: of(id), body: { key, code } }));
/** A new code; the old one is dead. */
export const resendOccupierCode = (id: string) =>
  answered(api.POST('/api/v1/permits/{id}/occupier-code', { params: of(id) }));
export const permitPaper = (id: string) =>
  fileOf(api.GET('/api/v1/permits/{id}/permit.pdf', { params: of(id), parseAs: 'blob' }));
