/** Parts of what the platform keeps of a person, in the order in which they are shown to them. */
export const OWN_DATA = [
  'account', 'notice-settings', 'welder', 'certificates', 'employments', 'contracts', 'permits', 'jobs', 'decisions', 'help', 'training', 'tests',
  'practice', 'recency', 'suspensions', 'cases', 'machines', 'self-checks', 'drills', 'internal-reports', 'registrations', 'duties', 'leaves',
  'notices', 'erasures', 'devices',
] as const; // prettier-ignore
export type OwnDataKind = (typeof OWN_DATA)[number];
