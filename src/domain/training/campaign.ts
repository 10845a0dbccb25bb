import { readTyped } from '../../kernel/typed-text';
import { shanghaiMidnight, DAY, type Instant } from '../../kernel/time';

/** First and last day, `YYYY-MM-DD` in China. */
export interface CampaignPeriod {
  readonly startsOn: string;
  readonly dueOn: string;
}

export const LONGEST_CAMPAIGN_DAYS = 366;

export type CampaignFault = 'training.due-before-start' | 'training.due-in-the-past' | 'training.too-long';

export function campaignFault({ startsOn, dueOn }: CampaignPeriod, at: Instant): CampaignFault | null {
  const [from, end] = [shanghaiMidnight(startsOn), shanghaiMidnight(dueOn) + DAY];
  if (end <= from) return 'training.due-before-start';
  if (end <= at) return 'training.due-in-the-past';
  return end - from > LONGEST_CAMPAIGN_DAYS * DAY ? 'training.too-long' : null;
}

export interface Section {
  readonly title: string;
  readonly text: string;
}

export const typedSection = ({ title, text }: Section): Section => ({ title: readTyped(title), text: text.trim() });
