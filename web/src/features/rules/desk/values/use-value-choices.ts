import { useQuery } from '@tanstack/vue-query';
import { computed, toRaw, type Ref } from 'vue';
import { listRules } from '@/api/rules';
import { useRulePlaceKinds } from './use-rule-place-kinds';
import { choicesAt } from './value-choices';

/** The levels of a regime as their own rule names them, and the codes that each part of a rule's value may hold. */
export function useValueChoices(rule: string, value: Ref<unknown>, regime: () => string) {
  const rules = useQuery({ queryKey: ['rules', 'levels'], queryFn: () => listRules({ key: 'permit.levels' }) });
  const levels = computed(() => {
    const found = rules.data.value?.items.find((one) => one.regime === regime())?.value;
    return Array.isArray(found) ? found.map(String) : [];
  });
  const { placeKinds } = useRulePlaceKinds();
  const asked = computed(() => ({
    words: { levels: levels.value, placeKinds: placeKinds.value.map(({ code }) => code) },
    // Lines of a list have the same choices, so each kind of path is asked once.
    known: new Map<string, readonly string[] | null>(),
  }));
  const choices = (path: string): readonly string[] | null => {
    const { words, known } = asked.value;
    const line = path.replace(/\.\d+/g, '.#');
    if (!known.has(line)) known.set(line, choicesAt(rule, toRaw(value.value), path, words));
    return known.get(line) ?? null;
  };
  return { levels, choices };
}
