import { answered, api } from './client';

export const readFactor = () => answered(api.GET('/api/v1/me/second-factor'));
export const beginFactor = (password: string) =>
  answered(api.POST('/api/v1/me/second-factor', { body: password ? { password } : {} }));
export const confirmFactor = (code: string) =>
  answered(api.POST('/api/v1/me/second-factor/confirm', { body: { code } }));
export const removeFactor = (code: string) => answered(api.POST('/api/v1/me/second-factor/remove', { body: { code } }));
