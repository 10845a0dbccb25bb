import { computed, type Ref } from 'vue';
import { asProblem } from '../api/problem';

/** Puts the platform's complaint about a field beside that field; what belongs to none stays for the notice below. */
export function useFormProblem(error: Ref<unknown>) {
  const problem = computed(() => (error.value ? asProblem(error.value) : null));
  const errorOf = (path: string): string =>
    problem.value?.errors.find((field) => field.path === path || field.path.startsWith(`${path}.`))?.message ?? '';
  return { problem, errorOf };
}
