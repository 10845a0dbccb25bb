export const CONTRACT_KINDS = ['contracting', 'leasing', 'labour'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

export const CONTRACT_STATES = ['coming', 'running', 'over'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

/** Of a contract, or of two enterprises; `none`: they have no contract at all. */
export const AGREEMENT_STATES = ['valid', 'missing', 'expired', 'unqualified'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];
export const CONTRACTOR_STANDINGS = [...AGREEMENT_STATES, 'none'] as const;
export type ContractorStanding = (typeof CONTRACTOR_STANDINGS)[number];

export interface ContractDates {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly ended: boolean;
  readonly agreementUntil: string | null;
  readonly qualificationUntil: string | null;
}

/** Days in China; the last day still belongs to it. */
export function contractStateOn({ startsOn, endsOn, ended }: ContractDates, today: string): ContractState {
  if (ended || endsOn < today) return 'over';
  return startsOn > today ? 'coming' : 'running';
}

/** 安全生产法 49: no contract without a safety agreement, none to whom is not qualified. */
export function agreementOn({ agreementUntil, qualificationUntil }: ContractDates, today: string): AgreementState {
  if (agreementUntil === null) return 'missing';
  if (agreementUntil < today) return 'expired';
  return qualificationUntil !== null && qualificationUntil < today ? 'unqualified' : 'valid';
}

/** The best of the contracts that run: one valid agreement is enough. */
export function contractorStanding(contracts: readonly ContractDates[], today: string): ContractorStanding {
  const running = contracts.filter((one) => contractStateOn(one, today) === 'running');
  const found = new Set(running.map((one) => agreementOn(one, today)));
  return AGREEMENT_STATES.find((state) => found.has(state)) ?? 'none';
}

export type ContractFault = 'contract.ends-before-start' | 'contract.too-long' | 'contract.agreement-dates';
const LONGEST_YEARS = 5;

export function faultOfDates({ startsOn, endsOn }: Pick<ContractDates, 'startsOn' | 'endsOn'>): ContractFault | null {
  if (endsOn < startsOn) return 'contract.ends-before-start';
  const latest = `${Number(startsOn.slice(0, 4)) + LONGEST_YEARS}${startsOn.slice(4)}`;
  return endsOn > latest ? 'contract.too-long' : null;
}
