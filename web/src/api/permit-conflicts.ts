import { post } from './http';

export interface ConflictRequest {
  place: { lat: number; lng: number; radiusM?: number; kinds?: string[] };
  plannedStart: string;
  plannedEnd: string;
  excludeId?: string;
  enterpriseId?: string;
  regime?: string;
}
export interface ConflictingWork {
  kind: string;
  permitId: string | null;
  number: string | null;
  unit: string;
  own: boolean;
  placeName: string;
  lat: number;
  lng: number;
  content: string | null;
  from: string;
  to: string;
}
export interface Conflict {
  code: string;
  severity: 'warn' | 'block';
  message: string;
  legalBasis: string;
  distanceM: number;
  limitM: number;
  from: string;
  to: string;
  other: ConflictingWork | null;
}
export interface ConflictAnswer {
  blocked: boolean;
  items: Conflict[];
}
/** 交叉作业: what else goes on near in place and time, asked before submitting. */
export const findConflicts = (body: ConflictRequest): Promise<ConflictAnswer> => post('/permits/conflicts', body);
