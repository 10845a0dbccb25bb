import { answered, api, type QueryOf, type Schemas } from './client';

export type Site = Schemas['SiteView'];
export type NewSite = Schemas['EnterSiteRequest'];

const read = (id: string, version: number) => ({ path: { id }, header: { 'if-match': `"${version}"` } });

/** A phone knows its place with more digits than mean anything; the platform takes a few. */
export const nearOf = ({ lat, lng }: { lat: number; lng: number }): string => `${lat.toFixed(6)},${lng.toFixed(6)}`;

export const listSites = (query: QueryOf<'/api/v1/sites'>) => answered(api.GET('/api/v1/sites', { params: { query } }));
export const enterSite = (body: NewSite) => answered(api.POST('/api/v1/sites', { body }));
export const changeSite = ({ id, version }: Site, body: Schemas['ChangeSiteRequest']) =>
  answered(api.PATCH('/api/v1/sites/{id}', { params: read(id, version), body }));
/** What is confirmed is what was looked at. */
export const confirmSite = ({ id, version }: Site) =>
  answered(api.POST('/api/v1/sites/{id}/confirm', { params: read(id, version) }));
export const withdrawSite = ({ id, version }: Site, reason: string) =>
  answered(api.POST('/api/v1/sites/{id}/withdraw', { params: read(id, version), body: { reason } }));
