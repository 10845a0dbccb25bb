import { answered, api, type QueryOf, type Schemas } from './client';

export type Notice = Schemas['NoticeView'];
export type NoticeSettings = Schemas['NoticeSettingsView'];
export type Webhook = Schemas['WebhookView'];
export type Delivery = Schemas['DeliveryView'];

export const listNotices = (query: QueryOf<'/api/v1/notices'>) =>
  answered(api.GET('/api/v1/notices', { params: { query } }));
export const unreadNotices = () => answered(api.GET('/api/v1/notices/unread'));
export const readNotice = (id: string) => answered(api.POST('/api/v1/notices/{id}/read', { params: { path: { id } } }));
export const readNoticesUpTo = (upTo: string) => answered(api.POST('/api/v1/notices/read', { body: { upTo } }));
export const noticeSettings = () => answered(api.GET('/api/v1/me/notice-settings'));
export const changeNoticeSettings = (body: Schemas['NoticeSettingsRequest']) =>
  answered(api.PUT('/api/v1/me/notice-settings', { body }));

export const confirmMail = (code: string) =>
  answered(api.POST('/api/v1/me/notice-settings/mail/confirm', { body: { code } }));

export const listWebhooks = (query: QueryOf<'/api/v1/webhooks'>) =>
  answered(api.GET('/api/v1/webhooks', { params: { query } }));
export const addWebhook = (body: Schemas['WebhookRequest']) => answered(api.POST('/api/v1/webhooks', { body }));
export const stopWebhook = (id: string) => answered(api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id } } }));
export const listDeliveries = (id: string, query: QueryOf<'/api/v1/webhooks/{id}/deliveries'>) =>
  answered(api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id }, query } }));
