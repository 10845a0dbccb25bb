import { del, get, post } from './http';
import type { Page, PageQuery } from './page';

export const ACTIVITY_KINDS = [
  'gas-discharge', 'liquid-discharge', 'solvent', 'painting', 'dust-cleaning', 'public-entertainment',
] as const; // prettier-ignore
export interface NearbyActivity {
  id: string;
  kind: string;
  enterpriseId: string;
  placeName: string;
  lat: number;
  lng: number;
  radiusM: number;
  startsAt: string;
  endsAt: string;
  dailyFrom: string | null;
  dailyTo: string | null;
  declaredBy: string;
  createdAt: string;
  withdrawnAt: string | null;
}
export interface NearbyActivityRequest {
  kind: string;
  placeName: string;
  lat: number;
  lng: number;
  radiusM: number;
  startsAt: string;
  endsAt: string;
  enterpriseId?: string;
  dailyFrom?: string;
  dailyTo?: string;
}
export const listActivities = (query: PageQuery & { kind?: string }): Promise<Page<NearbyActivity>> =>
  get('/nearby-activities', { ...query });
export const declareActivity = (body: NearbyActivityRequest): Promise<NearbyActivity> =>
  post('/nearby-activities', body);
export const withdrawActivity = (id: string): Promise<NearbyActivity> => del(`/nearby-activities/${id}`);
