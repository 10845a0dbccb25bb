import { answered, api, type Schemas } from './client';

export const readPin = () => answered(api.GET('/api/v1/me/pin'));
export const setPin = (body: Schemas['SetPinRequest']) => answered(api.PUT('/api/v1/me/pin', { body }));
