import type { SuspensionWords } from './suspension-words.zh';

export const suspensionWords: SuspensionWords = {
  state: { running: 'Suspended', appealed: 'Suspended, appeal waits', lifted: 'Lifted', ended: 'Over' },
  command: { appeal: 'Appeal', grant: 'Grant the appeal and lift', reject: 'Reject the appeal', lift: 'Lift early' },
};
