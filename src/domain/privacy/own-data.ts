/** Parts of what the platform keeps of a person, in the order in which they are shown to them. */
export const OWN_DATA = [
  'account', 'notice-settings', 'welder', 'certificates', 'employments', 'permits', 'jobs', 'training', 'devices',
] as const; // prettier-ignore
export type OwnDataKind = (typeof OWN_DATA)[number];
