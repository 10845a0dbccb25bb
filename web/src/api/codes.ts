import type { Tone } from '../ui/tone';
import { get } from './http';

export interface CodePage {
  code: string;
  kind: string;
  status: string;
  title: string;
  tone: Tone;
  sentence: string;
  machine?: {
    id: string;
    model: string;
    process: string;
    control: string;
    outlets: number;
    inspectionDueOn: string | null;
  } | null;
  welder?: { id: string; name: string } | null;
  permit?: {
    id: string;
    number: string;
    place: string;
    content: string;
    plannedStart: string;
    plannedEnd: string;
    state: string;
  } | null;
  mine?: {
    certificates: { id: string; operations: string[]; validTo: string; status: string }[];
    permits: { id: string; number: string; place: string; state: string; plannedEnd: string }[];
    currentJob: { id: string; state: string } | null;
  } | null;
}

export const readCode = (code: string): Promise<CodePage> => get(`/codes/${encodeURIComponent(code)}`);
