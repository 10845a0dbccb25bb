/** A suspended welder starts no job. */
export const WELDER_STATUSES = ['active', 'suspended'] as const;
export type WelderStatus = (typeof WELDER_STATUSES)[number];
