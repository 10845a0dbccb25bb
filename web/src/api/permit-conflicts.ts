import { answered, api, type Schemas } from './client';

export type ConflictRequest = Schemas['ConflictRequest'];
export type ConflictAnswer = Schemas['ConflictAnswer'];

/** 交叉作业: what else goes on near in place and time, asked before submitting. */
export const findConflicts = (body: ConflictRequest) => answered(api.POST('/api/v1/permits/conflicts', { body }));
