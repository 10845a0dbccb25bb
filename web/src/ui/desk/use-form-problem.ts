import { computed, watch, type Ref } from 'vue';
import { asProblem } from '@/api/problem';
import { showFirstError } from './show-first-error';

/** Puts the platform's complaint about a field beside that field, and goes there; what belongs to none stays for the notice below. */
export function useFormProblem(error: Ref<unknown>) {
  const problem = computed(() => (error.value ? asProblem(error.value) : null));
  const errorOf = (path: string): string =>
    problem.value?.errors.find((field) => field.path === path || field.path.startsWith(`${path}.`))?.message ?? '';
  watch(problem, (found) => {
    if (found && found.errors.length > 0) void showFirstError();
  });
  return { problem, errorOf };
}
