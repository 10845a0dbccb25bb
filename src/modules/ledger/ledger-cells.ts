import { CERTIFICATE_WORDS } from '../../domain/certificates/words';
import { INSPECTION_WORDS } from '../../domain/inspections/words';
import { PERMIT_WORDS, levelName } from '../../domain/permits/words';
import type { Regime } from '../../domain/permits/permit';
import { roleName } from '../../domain/people/words';
import { REGISTRY_WORDS } from '../../domain/registry/words';
import { VIOLATION_WORDS } from '../../domain/violations/words';
import { listed, type Language } from '../../kernel/language';
import type { LedgerRow } from './ledger-rows.view';

type Cell = LedgerRow[string] | undefined;
type Words = Readonly<Record<string, string>>;

/** A code as people read it; one that is known no more stays as it is. */
const word = (words: Words, code: Cell): string => (typeof code === 'string' ? (words[code] ?? code) : '');

/** What the codes of a file are called in one language. */
export function cellWords(language: Language) {
  const registry = REGISTRY_WORDS[language];
  const violation = VIOLATION_WORDS[language];
  const certificate = CERTIFICATE_WORDS[language];
  const permit = PERMIT_WORDS[language];
  return {
    process: (code: Cell) => word(registry.process, code),
    machineState: (code: Cell) => word(registry.machineState, code),
    industry: (code: Cell) => word(registry.industry, code),
    cardState: (code: Cell) => word(certificate.state, code),
    operations: (codes: Cell) => (Array.isArray(codes) ? listed(codes.map((one) => word(certificate.operation, one)), language) : ''), // prettier-ignore
    permitState: (code: Cell) => word(permit.state, code),
    permitLevel: (regime: Cell, level: Cell) =>
      `${word(permit.regime, regime)} · ${levelName(regime as Regime, String(level ?? ''), language)}`,
    caseKind: (code: Cell) => word(violation.kind, code),
    caseState: (code: Cell) => word(violation.state, code),
    inspectionKind: (code: Cell) => word(INSPECTION_WORDS[language].kind, code),
    /** `name|role|time` of each hand, in the order of the chain. */
    signatures: (hands: Cell) =>
      (Array.isArray(hands) ? hands : [])
        .map((hand) => {
          const [name = '', role = '', time = ''] = hand.split('|');
          return `${roleName(role, language)} ${name} ${time}`;
        })
        .join('\n'),
  };
}
