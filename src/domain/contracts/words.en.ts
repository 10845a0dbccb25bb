import type { ContractWords } from './words.zh';

export const contractWords: ContractWords = {
  kind: { contracting: 'Contracting', leasing: 'Lease of premises or machines', labour: 'Labour' },
  state: { coming: 'Not begun', running: 'Running', over: 'Over' },
  agreement: {
    valid: 'Safety agreement valid',
    missing: 'No safety agreement',
    expired: 'Safety agreement expired',
    unqualified: 'Qualification expired',
    none: 'No contract on record',
  },
};
