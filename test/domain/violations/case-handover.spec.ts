import {
  handOverFault,
  officialFault,
  settleHandoverFault,
  takeBackFault,
  tradeOf,
  type CaseHandover,
  type CaseOfficer,
  type HandedCase,
} from '../../../src/domain/violations/case-handover';

const officer = (userId: string, ...trades: string[]): CaseOfficer => ({ userId, roles: ['inspector'], trades });
const fire = officer('FIRE', 'fire');
const housing = officer('HOUSING', 'housing');
const both = officer('GIVER', 'fire', 'housing');
const admin: CaseOfficer = { userId: 'ADMIN', roles: ['admin'], trades: [] };
const manager: CaseOfficer = { userId: 'M', roles: ['enterprise-manager'], trades: [] };
const grid: CaseOfficer = { userId: 'G', roles: ['grid-worker'], trades: [] };

const way = (state: CaseHandover['state'], toTrade: CaseHandover['toTrade'], fromTrade: CaseHandover['fromTrade'] = null): CaseHandover => ({ state, toTrade, fromTrade, handedBy: 'GIVER' }); // prettier-ignore
const kept = (...handovers: CaseHandover[]): HandedCase => ({ state: 'open', handovers });
const FRESH = kept();
const WAITING = kept(way('waiting', 'housing', 'fire'));
const RECEIVED = kept(way('received', 'housing'));
const REFUSED = kept(way('received', 'fire'), way('refused', 'housing', 'fire'));
const TAKEN_BACK = kept(way('taken-back', 'housing'));

describe('whose case it is', () => {
  it.each([
    ['never handed over', FRESH, null],
    ['on its way', WAITING, null],
    ['received', RECEIVED, 'housing'],
    ['refused by the second department', REFUSED, 'fire'],
    ['taken back', TAKEN_BACK, null],
  ])('%s: %s', (_, handed, trade) => {
    expect(tradeOf(handed)).toBe(trade);
  });
});

describe('handing over, signing, refusing and taking back', () => {
  it.each<[string, string | null, string | null]>([
    ['a fresh case goes on its way', handOverFault(FRESH, fire), null],
    ['a settled one does not', handOverFault({ ...FRESH, state: 'closed' }, fire), 'violation.handover-over'],
    ['nor one on its way', handOverFault(WAITING, fire), 'violation.handover-waiting'],
    ['its department hands it on', handOverFault(RECEIVED, housing), null],
    ['another department does not', handOverFault(RECEIVED, fire), 'violation.other-trade'],
    ['the other side signs', settleHandoverFault(WAITING, housing), null],
    ['a third department does not', settleHandoverFault(WAITING, fire), 'violation.other-trade'],
    ['whoever handed it over signs nothing', settleHandoverFault(WAITING, both), 'violation.handover-own'],
    ['there is nothing to sign', settleHandoverFault(RECEIVED, housing), 'violation.handover-none'],
    ['the sender takes it back', takeBackFault(WAITING, both), null],
    ['so does their department', takeBackFault(WAITING, fire), null],
    ['the other side does not', takeBackFault(WAITING, housing), 'violation.handover-not-yours'],
    ['what was signed stays', takeBackFault(RECEIVED, both), 'violation.handover-none'],
  ])('%s', (_, fault, expected) => {
    expect(fault).toBe(expected);
  });
});

describe('who goes on with the case', () => {
  it.each<[string, HandedCase, CaseOfficer, string | null]>([
    ['anybody with a fresh one', FRESH, fire, null],
    ['nobody while it waits', WAITING, housing, 'violation.handover-waiting'],
    ['nor the administrator', WAITING, admin, 'violation.handover-waiting'],
    ['its department', RECEIVED, housing, null],
    ['no other', RECEIVED, fire, 'violation.other-trade'],
    ['the administrator', RECEIVED, admin, null],
    ['whoever puts it right', RECEIVED, manager, null],
    ['the grid worker on the spot', RECEIVED, grid, null],
    ['the first department after a refusal', REFUSED, fire, null],
    ['anybody after it was taken back', TAKEN_BACK, fire, null],
  ])('%s', (_, handed, who, expected) => {
    expect(officialFault(handed, who)).toBe(expected);
  });
});
