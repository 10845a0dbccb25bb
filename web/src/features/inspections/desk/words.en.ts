import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  inspectDesk: {
    title: 'Inspections',
    intro: 'Planned visits, those drawn by lot and spot checks. Once accepted, another regulator publishes the result.',
    none: 'No inspections',
    toPublish: 'Only those to be published',
    plan: 'Plan a visit',
    enterprise: 'Enterprise',
    kind: 'What is inspected',
    found: 'Findings (not closed)',
    steps: 'What was done',
    noSteps: 'Nobody has been there yet',
    publish: 'Publish the result',
    publishHow:
      'Anybody then reads the enterprise, what was inspected, how many findings, and this conclusion; not who went or who signed.',
    figures: 'Visits of a year',
    byOfficer: 'By officer',
    byTown: 'By town',
    name: 'Name',
    town: 'Town',
    inspections: 'Tasks',
    visited: 'Visited',
    findings: 'Findings',
    withoutFindings: 'Without findings',
    signature: 'Signature',
  },
  drawDesk: {
    title: 'Draws by lot',
    intro: 'List and hash are published first; then two officers commit and reveal. A tip never takes part in a draw.',
    none: 'No draws',
    publish: 'Publish a list',
    how: 'Once published the list never changes. Firms are drawn by strata of risk, a clean record less often; within a stratum all alike.',
    name: 'Name',
    region: 'Region',
    count: 'How many enterprises',
    perTarget: 'Officers for each',
    officers: 'Officers',
    crossTown: 'Cross-inspection (nobody in their own town)',
    due: 'Due',
    exclusions: 'Conflicts of interest',
    addExclusion: 'Add one',
    reason: 'What the conflict is',
    hash: 'Hash of the list',
    deadline: 'Reveal by',
    open: 'Published page',
    repeats: 'Visited not long ago: {names}',
    published: 'The list is published. Tell its hash to the public, or note it down.',
  },
};

export default texts;
