export const PROVIDER_STATES = ['active', 'suspended'] as const;
export type ProviderState = (typeof PROVIDER_STATES)[number];

export const CHECK_RESULTS = ['passed', 'to-improve', 'failed'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** A failed check suspends a provider, a passed one lets it teach again; one that is to be improved changes nothing. */
export const stateAfter = (state: ProviderState, result: CheckResult): ProviderState => {
  if (result === 'failed') return 'suspended';
  return result === 'passed' ? 'active' : state;
};
