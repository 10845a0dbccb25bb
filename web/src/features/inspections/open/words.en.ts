import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  openDraw: {
    title: 'A draw by lot, published',
    how: 'List and hash are published first. Then two officers each commit to a value and reveal it; the seed follows from both values and the hash of the list. Anybody draws again with the open program, and gets the same.',
    listHash: 'Hash of the list (note it down: it shows whether the list was changed)',
    deadline: 'Reveal by',
    published: 'Published',
    commitments: 'Commitments and values',
    noCommitments: 'Nobody has committed yet',
    hash: 'Commitment',
    value: 'Value',
    notYet: 'not revealed',
    void: 'Not revealed in time: this draw is void',
    notRevealedBy: 'Not revealed by {names}',
    nobody: 'Nobody committed',
    onlyOne: 'Only one person committed',
    voidBefore: 'Before this one, {n} draws of this region came to nothing:',
    later: 'Told after the visits',
    withheld:
      'Drawn. So that no firm is warned, the drawn firms, the values and the seed are told once the visits are made, at the latest on the day after {day}. List hash and commitments stay as they are, to be checked then.',
    seed: 'Seed',
    pairs: 'What was drawn',
    quota: '{stratum}: {size} in all, weight {weight}, {quota} drawn',
    strata: 'Strata of risk',
    targets: 'The list ({n})',
    officers: 'Officers ({n})',
    exclusions: 'Conflicts of interest',
    crossTown: 'Cross-inspection: nobody goes to their own town',
    verify: 'Check it yourself',
    verifyHow: 'Download the data and run on any computer: npm run draw:verify -- FILE HASH',
    download: 'Download the data',
    commit: 'Commit',
    commitHow:
      'Your browser makes a random value and sends its hash alone. The value stays on this device, which you need to reveal it.',
    reveal: 'Reveal the value',
    mine: 'You have committed; another officer has to',
    lost: 'Your value is not on this device. Reveal it on the device you committed with.',
    insecure: 'Open this page by its https address to commit.',
  },
};

export default texts;
