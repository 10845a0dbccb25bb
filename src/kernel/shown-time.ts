import { HOUR, type Instant } from './time';

/** Minutes as people in China read them, for texts: 2026-11-24 13:05. */
export const shownTime = (at: Instant): string => new Date(at + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');
