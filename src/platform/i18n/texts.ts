import type { Text } from '../../kernel/language';

/** What stable codes say to a person, added to the catalogue by a feature's module. `{name}` is filled from the refusal's params. */
export type Texts = Readonly<Record<string, Text>>;
