import { missing } from './reason';
import type { Guard } from './snapshot';

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
