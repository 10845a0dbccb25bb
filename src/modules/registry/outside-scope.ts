import { forbidden, type Refusal } from '../../kernel/refusal';

export const outsideScope = (): Refusal => forbidden('registry.outside-scope');
