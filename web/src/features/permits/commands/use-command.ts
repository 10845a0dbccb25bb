import { useMutation } from '@tanstack/vue-query';
import { onScopeDispose } from 'vue';
import { useI18n } from 'vue-i18n';
import { sendPhoto, sendSignature } from '@/api/files';
import { commandPermit, type Permit, type PermitCommand } from '@/api/permits';
import { Problem } from '@/api/problem';
import { dropDraft } from '@/device/use-draft';
import { currentPosition, type Position } from '@/device/position';
import { isKept, type KeptCommandName } from '@/outbox/kept';
import { givenNow, handOver } from '@/outbox/outbox';
import { signsOnSite } from './before-signing';
import type { CommandDraft } from './command-draft';

interface Given<C extends string = PermitCommand> {
  readonly command: C;
  readonly draft: CommandDraft;
}

/** Gives a command: pictures are stored first, then it is sent with their ids and, where asked for, the place. */
export function useCommand(permit: () => Permit, onDone: (permit: Permit) => void) {
  const { t } = useI18n();
  return useMutation({
    mutationFn: async ({ command, draft }: Given) => {
      const onSite = command === 'approve' && signsOnSite(permit());
      const position = draft.withPosition || onSite ? await currentPosition() : null;
      if (command === 'site-visit' && !position && !draft.body.proof)
        throw new Problem(-1, { code: 'position.unknown', detail: t('permits.visit.noPosition') });
      return sendNow(permit().id, { command, draft }, position);
    },
    onSuccess: (answer, { draft }) => {
      if (draft.form) dropDraft(draft.form.name);
      onDone(answer);
    },
  });
}

/** The same on a phone: what also counts later is kept on it first, and goes when there is network. */
export function usePhoneCommand(permit: () => Permit, onDone: (permit: Permit) => void, onKept: () => void) {
  const now = useCommand(permit, onDone);
  let here = true;
  onScopeDispose(() => (here = false));
  const later = useMutation({
    mutationFn: async ({ command, draft }: Given<KeptCommandName>) => {
      const givenAt = givenNow();
      const position = draft.withPosition ? await currentPosition() : null;
      const { id: permitId, place } = permit();
      return handOver<Permit>(
        {
          about: place.name,
          what: { kind: command, permitId, body: { ...draft.body, ...position, givenAt } },
          ...(draft.form && { form: draft.form }),
        },
        givenAt,
        () => here,
      );
    },
    onSuccess: (handed, { draft }) => {
      if (draft.form) dropDraft(draft.form.name);
      if (handed.arrived) onDone(handed.answer);
      else onKept();
    },
  });
  return {
    mutate: ({ command, draft }: Given): void => {
      if (isKept(command) && !draft.signature && !draft.photo) later.mutate({ command, draft });
      else now.mutate({ command, draft });
    },
    reset: (): void => {
      now.reset();
      later.reset();
    },
    error: () => now.error.value ?? later.error.value,
    isPending: () => now.isPending.value || later.isPending.value,
  };
}

async function sendNow(id: string, { command, draft }: Given, position: Position | null): Promise<Permit> {
  const photoId = draft.photo && (await sendPhoto(draft.photo, position));
  const signatureFileId = draft.signature && (await sendSignature(draft.signature));
  return commandPermit(id, command, {
    ...draft.body,
    ...position,
    ...(photoId && { photoId }),
    ...(signatureFileId && { signatureFileId }),
  });
}
