import type { Tone } from '../ui/tone';
import { get } from './http';

export interface Signboard {
  number: string;
  regime: string;
  regimeName: string;
  level: string;
  levelName: string;
  state: string;
  stateName: string;
  colour: Tone;
  mayWork: boolean;
  unit: string | null;
  contractor: string | null;
  placeName: string;
  content: string;
  method: string;
  machines: number | null;
  welders: number;
  plannedStart: string;
  plannedEnd: string;
  countdownTo: string | null;
  signatures: { title: string; name: string; signedAt: string }[];
  watcher: { name: string; presentSince: string | null } | null;
  measures: { confirmed: number; total: number };
  gas: { required: boolean; passed: boolean | null; sampledAt: string | null } | null;
}
export interface CodePage {
  code: string;
  kind: string;
  status: string;
  title: string;
  tone: Tone;
  sentence: string;
  machine: {
    id: string;
    model: string;
    process: string;
    control: string;
    outlets: number;
    inspectionDueOn: string | null;
    status: string;
    hasChip: boolean;
    inUse: boolean;
  } | null;
  welder: { id: string; name: string; inOrder: boolean; operations: string[]; validTo: string | null } | null;
  permit: { id: string; number: string; state: string; signboard: Signboard } | null;
  mine: {
    certificates: { id: string; operations: string[]; validTo: string; status: string }[];
    permits: { id: string; number: string; place: string; state: string; plannedEnd: string }[];
    currentJob: { id: string; state: string } | null;
  } | null;
  official: {
    regionCode: string;
    enterpriseName: string | null;
    chipNo: string | null;
    lastHeardAt: string | null;
    idNumber: string | null;
    openViolations: { id: string; kind: string; grade: string; state: string; foundAt: string }[];
    jobs: { id: string; state: string; with: string; since: string }[];
  } | null;
}

export const readCode = (code: string): Promise<CodePage> => get(`/codes/${encodeURIComponent(code)}`);
