import { ref } from 'vue';

/** The region that the console looks at; empty shows everything the caller may see. */
export const chosenRegion = ref<string | undefined>(undefined);
