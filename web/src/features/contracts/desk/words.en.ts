import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  contractDesk: {
    title: 'Contractors',
    intro:
      'Contracts, leases and labour with their safety agreements. Welders and machines at the other’s site count under both. A missing or expired agreement is shown at the permit and waits as a task of both.',
    none: 'No contracts',
    make: 'Enter a contract',
    kind: 'Kind of contract',
    as: 'Your enterprise is',
    asClient: 'the client',
    asContractor: 'the contractor',
    other: 'Unified social credit code of the other',
    work: 'Work',
    qualification: 'Qualification of the contractor (name, number)',
    qualificationUntil: 'Qualification valid until',
    term: 'Term',
    client: 'Client',
    contractor: 'Contractor',
    agreement: 'Safety agreement',
    agreementHow: 'Pictures of the agreement, signed and sealed by both.',
    pages: 'Take or choose a picture',
    signedOn: 'Signed on',
    until: 'Valid until',
    put: 'Hand in the agreement',
    people: 'Welders and machines at the site',
    peopleHow: 'Chosen by the contractor. Both enterprises count them.',
    welders: 'Welders',
    machines: 'Machines',
    savePeople: 'Save the list',
    end: 'End it early',
    endHow: 'Say why it ended. After that nothing is changed.',
    ended: 'Ended early: {reason}',
    nobody: 'None',
  },
};

export default texts;
