import type { CommandBody, ViolationCommand } from '@/api/violations';

/** What each command of a case asks for. */
interface Form {
  readonly label: 'note' | 'reason' | 'measures' | 'supervise' | 'police';
  readonly needed: boolean;
}

const FORMS: Partial<Record<ViolationCommand, Form>> = {
  reassign: { label: 'reason', needed: true },
  withdraw: { label: 'reason', needed: true },
  reopen: { label: 'reason', needed: true },
  rectify: { label: 'measures', needed: true },
  supervise: { label: 'supervise', needed: true },
  'hand-over': { label: 'police', needed: true },
};

export const formOf = (command: ViolationCommand): Form => FORMS[command] ?? { label: 'note', needed: false };

/** What a person filled in. */
export interface Filled {
  readonly text: string;
  readonly to: { readonly kind: 'person' | 'enterprise'; readonly id: string } | null;
  readonly dueOn: string;
  readonly photoIds: readonly string[];
}

export function bodyOf(command: ViolationCommand, { text, to, dueOn, photoIds }: Filled): CommandBody {
  const words = text.trim();
  return {
    ...(words && (formOf(command).label === 'reason' ? { reason: words } : { note: words })),
    ...(to && (to.kind === 'person' ? { userId: to.id } : { enterpriseId: to.id })),
    ...(dueOn && { dueOn }),
    ...(photoIds.length > 0 && { photoIds: [...photoIds] }),
  };
}
