import type { RollOutMode } from '../authorization/roll-out-modes';
import type { RegionCode } from '../../kernel/region-code';
import { MINUTE, type Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';

/** Rule `job.photo-again`: a share of jobs is asked for one more photo at some moment after they began. */
interface PhotoAgain {
  readonly share: number;
  readonly afterMinutes: { readonly from: number; readonly to: number };
  readonly answerMinutes: number;
}

export interface PhotoAsk {
  readonly askAt: Instant;
  readonly answerMinutes: number;
}

interface Begun {
  readonly jobId: string;
  readonly regionCode: RegionCode;
  /** The mode of the topic `identity` at the place of work. */
  readonly identity: RollOutMode;
}

/** Whether and when a job that begins now is asked for one more photo. Where identity is only observed nobody is asked. */
export function photoAskOf({ jobId, regionCode, identity }: Begun, book: RuleBook, at: Instant): PhotoAsk | null {
  const rule = (book.find('job.photo-again', { regionCode }, at)?.value ?? null) as PhotoAgain | null;
  if (rule === null || identity === 'observe' || lotOf(`drawn ${jobId}`) >= rule.share) return null;
  const { from, to } = rule.afterMinutes;
  const after = from + lotOf(`when ${jobId}`) * (to - from);
  return { askAt: at + Math.round(after * MINUTE), answerMinutes: rule.answerMinutes };
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const SPAN = 2 ** 32;

/** From 0 up to 1, the same for the same text: anybody can check who was drawn (FNV-1a, its bits mixed once more). */
export function lotOf(text: string): number {
  let hash = OFFSET;
  for (const sign of text) hash = Math.imul(hash ^ sign.charCodeAt(0), PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / SPAN;
}
