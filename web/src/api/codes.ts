import { answered, api, type Schemas } from './client';

export type CodePage = Schemas['CodePage'];
export type Signboard = Schemas['SignboardView'];

export const readCode = (code: string) => answered(api.GET('/api/v1/codes/{code}', { params: { path: { code } } }));
