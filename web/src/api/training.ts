import { answered, api, fileOf, type QueryOf, type Schemas } from './client';

export type Campaign = Schemas['CampaignView'];
export type MyCampaign = Schemas['MyCampaign'];
export type Quiz = Schemas['QuizView'];
export type QuizResult = Schemas['QuizResult'];
export type CoverageLine = Schemas['CoverageLine'];
export type Procedure = Schemas['ProcedureView'];
export type Provider = Schemas['ProviderView'];

const at = (id: string) => ({ params: { path: { id } } });

export const myTraining = () => answered(api.GET('/api/v1/training/mine', {}));
export const listCampaigns = (query: QueryOf<'/api/v1/training/campaigns'>) =>
  answered(api.GET('/api/v1/training/campaigns', { params: { query } }));
export const createCampaign = (body: Schemas['CreateCampaignRequest']) =>
  answered(api.POST('/api/v1/training/campaigns', { body }));
export const closeCampaign = (id: string) => answered(api.POST('/api/v1/training/campaigns/{id}/close', at(id)));

export const listSessions = (query: QueryOf<'/api/v1/training/sessions'>) =>
  answered(api.GET('/api/v1/training/sessions', { params: { query } }));
export const readSession = (id: string) => answered(api.GET('/api/v1/training/sessions/{id}', at(id)));
export const arrangeSession = (body: Schemas['OpenSessionRequest']) =>
  answered(api.POST('/api/v1/training/sessions', { body }));
export const sessionCode = (id: string) => answered(api.GET('/api/v1/training/sessions/{id}/code', at(id)));
export const attendances = (id: string) => answered(api.GET('/api/v1/training/sessions/{id}/attendances', at(id)));
export const attend = (id: string, body: Schemas['AttendRequest']) =>
  answered(api.POST('/api/v1/training/sessions/{id}/attend', { ...at(id), body }));
export const leave = (id: string, body: Schemas['AttendRequest']) =>
  answered(api.POST('/api/v1/training/sessions/{id}/leave', { ...at(id), body }));
export const attendByCard = (id: string, welderCode: string) =>
  answered(api.POST('/api/v1/training/sessions/{id}/attend-by-card', { ...at(id), body: { welderCode } }));
export const leaveByCard = (id: string, welderCode: string) =>
  answered(api.POST('/api/v1/training/sessions/{id}/leave-by-card', { ...at(id), body: { welderCode } }));

export const readQuiz = (id: string) => answered(api.GET('/api/v1/training/quizzes/{id}', at(id)));
export const beginQuiz = (id: string) => answered(api.POST('/api/v1/training/quizzes/{id}/attempts', at(id)));
export const answerQuiz = (id: string, body: Schemas['AnswerQuizRequest']) =>
  answered(api.POST('/api/v1/training/quizzes/{id}/answers', { ...at(id), body }));
export const passPaper = (id: string) =>
  fileOf(api.GET('/api/v1/training/passes/{id}/certificate.pdf', { ...at(id), parseAs: 'blob' }));

export const readCoverage = (query: QueryOf<'/api/v1/training/coverage'>) =>
  answered(api.GET('/api/v1/training/coverage', { params: { query } }));
export const listCovered = (query: QueryOf<'/api/v1/training/coverage/people'>) =>
  answered(api.GET('/api/v1/training/coverage/people', { params: { query } }));
export const coveredSheet = (query: QueryOf<'/api/v1/training/coverage/people.xlsx'>) =>
  fileOf(api.GET('/api/v1/training/coverage/people.xlsx', { params: { query }, parseAs: 'blob' }));

export const listQuestions = (query: QueryOf<'/api/v1/training/questions'>) =>
  answered(api.GET('/api/v1/training/questions', { params: { query } }));

export const writeQuestion = (body: Schemas['WriteQuestionRequest']) =>
  answered(api.POST('/api/v1/training/questions', { body }));
export const retireQuestion = (id: string) => answered(api.POST('/api/v1/training/questions/{id}/retire', at(id)));

export const listProcedures = () => answered(api.GET('/api/v1/training/procedures', {}));
export const signProcedure = (id: string) => answered(api.POST('/api/v1/training/procedures/{id}/sign', at(id)));

export const listUnsigned = (id: string, query: QueryOf<'/api/v1/training/procedures/{id}/unsigned'>) =>
  answered(api.GET('/api/v1/training/procedures/{id}/unsigned', { params: { path: { id }, query } }));
export const unsignedSheet = (id: string) =>
  fileOf(api.GET('/api/v1/training/procedures/{id}/unsigned.xlsx', { ...at(id), parseAs: 'blob' }));

export const listProviders = (query: QueryOf<'/api/v1/training/providers'>) =>
  answered(api.GET('/api/v1/training/providers', { params: { query } }));
export const addProvider = (body: Schemas['AddProviderRequest']) =>
  answered(api.POST('/api/v1/training/providers', { body }));
export const checkProvider = (id: string, body: Schemas['CheckProviderRequest']) =>
  answered(api.POST('/api/v1/training/providers/{id}/checks', { ...at(id), body }));
export const issueProcedure = (body: Schemas['IssueProcedureRequest']) =>
  answered(api.POST('/api/v1/training/procedures', { body }));

export type Practice = Schemas['PracticeView'];

export const ownPractice = () => answered(api.GET('/api/v1/training/practices/mine', {}));
export const listPractices = (query: QueryOf<'/api/v1/training/practices'>) =>
  answered(api.GET('/api/v1/training/practices', { params: { query } }));
export const openPractice = (body: Schemas['OpenPracticeRequest']) =>
  answered(api.POST('/api/v1/training/practices', { body }));
export const confirmPresence = (id: string, body: Schemas['ConfirmPresenceRequest']) =>
  answered(api.POST('/api/v1/training/practices/{id}/presence', { ...at(id), body }));
export const addPupil = (id: string, pupilCode: string) =>
  answered(api.POST('/api/v1/training/practices/{id}/pupils', { ...at(id), body: { pupilCode } }));
export const endPractice = (id: string) => answered(api.POST('/api/v1/training/practices/{id}/end', at(id)));

export const linkSchool = (id: string, uscc: string) =>
  answered(api.PUT('/api/v1/training/providers/{id}/enterprise', { ...at(id), body: { uscc } }));
export const nameInstructor = (id: string, welderCode: string) =>
  answered(api.POST('/api/v1/training/providers/{id}/instructors', { ...at(id), body: { welderCode } }));
export const dismissInstructor = (id: string, welderId: string) =>
  answered(
    api.DELETE('/api/v1/training/providers/{id}/instructors/{welderId}', { params: { path: { id, welderId } } }),
  );
