import type { ContractorStanding } from '../contracts/contract';

/** Rule `permit.contractor-agreement`: what a missing or lapsed safety agreement does when the permit is signed. */
export const AGREEMENT_LEVELS = ['warn', 'ask', 'refuse'] as const;
export type AgreementLevel = (typeof AGREEMENT_LEVELS)[number];

/** A firm or a leased worker at the work without a valid safety agreement (安全生产法 49). */
export interface OutsideDoubt {
  readonly standing: Exclude<ContractorStanding, 'valid'>;
  readonly name: string;
  /** Null: the contractor itself. */
  readonly welderId: string | null;
}
