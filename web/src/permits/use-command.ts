import { useMutation } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';
import { sendPhoto, sendSignature } from '../api/files';
import { commandPermit, type Permit, type PermitCommand } from '../api/permits';
import { Problem } from '../api/problem';
import { currentPosition } from '../device/position';
import { signsOnSite } from './before-signing';
import type { CommandDraft } from './command-draft';

/** Gives a command: pictures are stored first, then it is sent with their ids and, where asked for, the place. */
export function useCommand(permit: () => Permit, onDone: (permit: Permit) => void) {
  const { t } = useI18n();
  return useMutation({
    mutationFn: async ({ command, draft }: { command: PermitCommand; draft: CommandDraft }) => {
      const onSite = command === 'approve' && signsOnSite(permit());
      const position = draft.withPosition || onSite ? await currentPosition() : null;
      if (command === 'site-visit' && !position && !draft.body.proof)
        throw new Problem(-1, { code: 'position.unknown', detail: t('permits.visit.noPosition') });
      const photoId = draft.photo && (await sendPhoto(draft.photo, position));
      const signatureFileId = draft.signature && (await sendSignature(draft.signature));
      return commandPermit(permit().id, command, {
        ...draft.body,
        ...position,
        ...(photoId && { photoId }),
        ...(signatureFileId && { signatureFileId }),
      });
    },
    onSuccess: onDone,
  });
}
