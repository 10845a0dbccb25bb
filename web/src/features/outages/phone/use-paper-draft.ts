import { computed } from 'vue';
import type { EnterPaperRequest } from '@/api/outages';
import { useDraft } from '@/device/use-draft';

interface PaperDraft {
  number: string;
  regime: string;
  level: string;
  /** Ticked ones by id. */
  welders: Record<string, boolean | undefined>;
  /** Codes, one a line. */
  machines: string;
  placeName: string;
  at: { lat: number; lng: number } | null;
  content: string;
  /** As the phone's own clock shows it. */
  from: string;
  to: string;
  watcher: string;
  approver: string;
}

const empty = (): PaperDraft => ({
  ...{ number: '', regime: '', level: '', welders: {}, machines: '', placeName: '', at: null },
  ...{ content: '', from: '', to: '', watcher: '', approver: '' },
});

const lines = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,，;；]+/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** What was copied from the form so far; a scanned number comes before one that was kept. */
export function usePaperDraft(number: string) {
  const { draft, clear } = useDraft('paper', empty);
  if (number) draft.value.number = number;
  const welderIds = computed(() => Object.keys(draft.value.welders).filter((id) => draft.value.welders[id]));
  const complete = computed(() => {
    const {
      number: printed,
      regime,
      level,
      machines,
      placeName,
      at,
      content,
      from,
      to,
      watcher,
      approver,
    } = draft.value;
    const texts = [printed, regime, level, placeName, content, from, to, watcher, approver];
    return (
      texts.every((text) => text.trim() !== '') && at !== null && welderIds.value.length * lines(machines).length > 0
    );
  });
  const toRequest = (as: { watcher: string; approver: string }): Omit<EnterPaperRequest, 'photoId'> => {
    const {
      number: printed,
      regime,
      level,
      machines,
      placeName,
      at,
      content,
      from,
      to,
      watcher,
      approver,
    } = draft.value;
    if (!at) throw new Error('no place');
    return {
      number: printed.trim(),
      regime: regime as EnterPaperRequest['regime'],
      level,
      welderIds: welderIds.value,
      machineIds: lines(machines),
      place: { name: placeName.trim(), ...at },
      content: content.trim(),
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      signers: [
        { as: as.watcher, name: watcher.trim() },
        { as: as.approver, name: approver.trim() },
      ],
    };
  };
  return { draft, clear, complete, toRequest };
}
