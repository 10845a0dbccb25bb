import { answered, api, under, type QueryOf, type Schemas } from './client';

type SelfCheck = Schemas['SelfCheckView'];
export type SelfCheckDetail = Schemas['SelfCheckDetail'];
export type SelfCheckAnswer = Schemas['SelfCheckAnswerRequest'];
export type SelfCheckState = SelfCheck['state'];

const of = (id: string) => ({ path: { id } });

export const listSelfChecks = (query: QueryOf<'/api/v1/self-checks'>) =>
  answered(api.GET('/api/v1/self-checks', { params: { query } }));
export const readSelfCheck = (id: string) => answered(api.GET('/api/v1/self-checks/{id}', { params: of(id) }));
export const selfCheckFigures = (regionCode?: string) =>
  answered(api.GET('/api/v1/self-checks/figures', { params: { query: { regionCode } } }));
export const beginSelfCheck = () => answered(api.POST('/api/v1/self-checks', { body: {} }));
export type SigningBody = Schemas['SignSelfCheckRequest'];
export const keepAnswersOnce = (id: string, answers: SelfCheckAnswer[], key: string) =>
  answered(api.POST('/api/v1/self-checks/{id}/answers', { params: of(id), body: { answers }, ...under(key) }));
export const signSelfCheckOnce = (id: string, body: SigningBody, key: string) =>
  answered(api.POST('/api/v1/self-checks/{id}/sign', { params: of(id), body, ...under(key) }));
