import { PERMIT_STATES, type PermitState } from './permit';
import { PERMIT_COMMANDS, PERMIT_OCCURRENCES, permitLifeCycle, type PermitStep } from './permit-life-cycle';

interface Edge {
  readonly from: PermitState;
  readonly to: PermitState;
  readonly step: PermitStep;
}

/**
 * The targets of steps that depend on more than the state they begin in. The test of the table proves that the list is
 * complete.
 */
const BRANCHES: Partial<Record<PermitStep, (from: PermitState) => readonly PermitState[]>> = {
  approve: () => ['submitted', 'approved', 'issued'],
  'occupier-confirmation': () => ['submitted', 'issued'],
  issue: () => ['issued', 'active'],
  'gas-test': (from) => (from === 'active' ? ['active', 'suspended'] : [from]),
  'fire-watch-off': (from) => [from === 'active' ? 'suspended' : from],
};

/** Every step with where it can lead. */
export const permitEdges = (): Edge[] =>
  [...PERMIT_COMMANDS, ...PERMIT_OCCURRENCES].flatMap((step) =>
    permitLifeCycle.table[step].from.flatMap((from) => endsOf(step, from).map((to) => ({ from, to, step }))),
  );

function endsOf(step: PermitStep, from: PermitState): readonly PermitState[] {
  const { to } = permitLifeCycle.table[step];
  return typeof to === 'string' ? [to] : (BRANCHES[step]?.(from) ?? [from]);
}

/** The states that nothing leads out of. */
export const TERMINAL: readonly PermitState[] = PERMIT_STATES.filter((state) =>
  permitEdges().every(({ from, to }) => from !== state || to === state),
);

/** The table as a Mermaid state diagram, steps between the same two states on one arrow. */
export function permitDiagram(): string {
  const arrows = new Map<string, PermitStep[]>();
  for (const { from, to, step } of permitEdges()) {
    const arrow = `${from} --> ${to}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), step]);
  }
  return [
    'stateDiagram-v2',
    '  [*] --> draft',
    ...[...arrows].map(([arrow, steps]) => `  ${arrow}: ${steps.join(', ')}`),
    ...TERMINAL.map((state) => `  ${state} --> [*]`),
  ].join('\n');
}
