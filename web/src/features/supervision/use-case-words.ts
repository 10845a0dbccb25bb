import { useI18n } from 'vue-i18n';
import type { CaseArc, Violation } from '@/api/violations';
import { useVocabulary } from '@/ui/use-vocabulary';

/** What a case is about, in the words of a list's row. */
export function useCaseWords() {
  const { t } = useI18n();
  const { verdictName, wordOf } = useVocabulary();

  const machineOf = ({ machineName, machines, chipNo }: Violation): string | null => {
    if (machines > 1)
      return machineName
        ? t('cases.machinesOf', { name: machineName, n: machines })
        : t('cases.machines', { n: machines });
    return machineName ?? chipNo;
  };
  /** Place, firm, machine and person, as far as they are known. */
  const about = (violation: Violation): string =>
    [violation.place, violation.enterpriseName, machineOf(violation), violation.welderName].filter(Boolean).join(' · ');
  const verdictOf = ({ verdict }: CaseArc): string => verdictName(verdict);
  const commandName = (command: string): string => wordOf('cases.command', command);
  return { machineOf, about, verdictOf, commandName };
}
