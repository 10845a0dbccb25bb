import { maskName } from '../../../domain/registry/numbers/mask';
import type { ViolationDetail } from '../../supervision/violation.dto';
import type { PackContent } from './pack-content';

/** Names as they may leave the platform with somebody who may not look people up. Enterprises are no persons. */
export function masked(content: PackContent): PackContent {
  const found = maskedCase(content.found);
  const arcs = content.arcs.map((packed, i) => ({ ...packed, arc: found.arcs[i]! }));
  return { ...content, found, arcs };
}

function maskedCase(found: ViolationDetail): ViolationDetail {
  const { assignedTo, stopOrder } = found;
  return {
    ...found,
    welderName: maskedOrNull(found.welderName),
    assignedTo: assignedTo?.kind === 'person' ? { ...assignedTo, name: maskName(assignedTo.name) } : assignedTo,
    arcs: found.arcs.map((arc) => ({ ...arc, welderName: maskedOrNull(arc.welderName) })),
    stopOrder: stopOrder && {
      ...stopOrder,
      orderedBy: maskName(stopOrder.orderedBy),
      decidedBy: maskedOrNull(stopOrder.decidedBy),
    },
    history: found.history.map((line) => (line.byPerson ? { ...line, byName: maskName(line.byName) } : line)),
  };
}

const maskedOrNull = (name: string | null): string | null => (name === null ? null : maskName(name));
