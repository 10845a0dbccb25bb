import { useDraft } from '@/device/use-draft';
import type { Ref } from 'vue';

/** Whose a machine is: of the register, or collected on this phone and on its way. */
export interface Owner {
  readonly name: string;
  readonly enterpriseId?: string;
  /** Self-employed: the machine is the welder's own. */
  readonly ownerWelderId?: string;
  readonly ownerNumber?: string;
  /** A person: no employer of anybody. */
  readonly person?: boolean;
}

const MOST = 12;

export const ownerKey = ({ enterpriseId, ownerWelderId, ownerNumber }: Owner): string =>
  enterpriseId ?? ownerWelderId ?? ownerNumber ?? '';

/** Those whom this person chose or collected lately on this phone; the last one first. They are there without network, too. */
export function useOwners(): { readonly owners: Ref<{ list: Owner[] }>; readonly remember: (owner: Owner) => void } {
  const { draft: owners } = useDraft('collect-owners', () => ({ list: [] as Owner[] }));
  const same = (a: Owner, b: Owner): boolean => ownerKey(a) === ownerKey(b);
  const remember = (owner: Owner): void => {
    owners.value.list = [owner, ...owners.value.list.filter((one) => !same(one, owner))].slice(0, MOST);
  };
  return { owners, remember };
}
