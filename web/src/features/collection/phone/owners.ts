import { useDraft } from '@/device/use-draft';
import type { Ref } from 'vue';

/** Whose a machine is: of the register, or collected on this phone and on its way. */
export interface Owner {
  readonly name: string;
  readonly enterpriseId?: string;
  readonly ownerNumber?: string;
}

const MOST = 12;

/** Those whom this person chose or collected lately on this phone; the last one first. They are there without network, too. */
export function useOwners(): { readonly owners: Ref<{ list: Owner[] }>; readonly remember: (owner: Owner) => void } {
  const { draft: owners } = useDraft('collect-owners', () => ({ list: [] as Owner[] }));
  const same = (a: Owner, b: Owner): boolean => a.enterpriseId === b.enterpriseId && a.ownerNumber === b.ownerNumber;
  const remember = (owner: Owner): void => {
    owners.value.list = [owner, ...owners.value.list.filter((one) => !same(one, owner))].slice(0, MOST);
  };
  return { owners, remember };
}
