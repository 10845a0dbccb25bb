import type { ContractorStanding } from '../contracts/contract';
import { missing } from './reason';
import type { Guard } from './snapshot';

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

/**
 * A doubt about a firm or a person is a person's to settle. `warn`: whoever signs reads it. `ask`: whoever signs also says
 * why they sign all the same. `refuse`: nobody signs before the agreement is in order.
 */
export const outsidePeopleInOrder: Guard = ({ input, rules }) => {
  const { doubts = [], comment } = input;
  const level = rules.paper.contractorAgreement;
  if (doubts.length === 0 || level === 'warn') return [];
  const names = [...new Set(doubts.map(({ name }) => name))].join('、');
  if (level === 'refuse') return [missing('permit.agreement-missing', { names })];
  return comment ? [] : [missing('permit.agreement-unexplained', { names })];
};
