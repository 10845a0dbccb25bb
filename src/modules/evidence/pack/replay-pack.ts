import { replay, type KeptDecision } from '../../../domain/authorization/replay';
import type { RuleVersion } from '../../../domain/rules/rule-book';
import { parsed } from './verify-pack';
import { rulesFile } from './pack-files';

/** A decision that lies in a pack, decided again from the pack alone. */
export interface ReplayedFile {
  readonly id: string;
  readonly same: boolean;
}

type DecisionFile = Omit<KeptDecision, 'at'> & { readonly id: string; readonly at: string };

/** By the rules of this program: an older or newer release may decide otherwise, which is no fault of the pack. */
export function replayPack(files: ReadonlyMap<string, Buffer>): ReplayedFile[] {
  return [...files]
    .filter(([path]) => path.startsWith('decisions/'))
    .map(([, content]) => {
      const { id, at, ...kept } = parsed(content) as DecisionFile;
      const rules = files.get(rulesFile(kept.ruleVersion));
      const versions = rules ? (parsed(rules) as RuleVersion[]) : [];
      return { id, same: replay({ ...kept, at: Date.parse(at) }, versions).differences.length === 0 };
    });
}
