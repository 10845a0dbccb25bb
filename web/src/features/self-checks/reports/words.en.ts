import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  internalReports: {
    title: 'Internal reports',
    intro:
      'People of an enterprise tell it of hazards, without a name if they wish. It answers in time; what is true is put right and may be rewarded. What it leaves unanswered the officials see.',
    none: 'No internal reports',
    mine: 'My reports',
    report: 'Report a hazard',
    how: 'The report goes to your safety officer. Without a name, nobody of the enterprise can see who reported.',
    text: 'What did you see',
    place: 'Where',
    photo: 'Take a photo (if you like)',
    anonymous: 'Do not tell the enterprise who I am',
    send: 'Send the report',
    fill: 'Write what you saw',
    sent: 'Sent. You get an answer by {date}; without one it rises to the officials.',
    from: 'Reported by',
    unnamed: 'Unnamed',
    reportedAt: 'Reported',
    due: 'Answer by',
    risen: 'Left unanswered, officials see it',
    outcomeIs: 'Outcome',
    answer: 'Answer',
    answerIt: 'Answer it',
    answeredBy: 'Answered by {name}',
    toHazard: 'Became a hazard',
    reward: 'Reward',
    yuan: 'Yuan (0 for none)',
    what: 'What for, or what it is',
    propose: 'Propose a reward',
    approve: 'Approve the reward',
    refuse: 'Refuse',
    receive: 'I received the reward',
    rewardState: { proposed: 'To be decided', approved: 'Approved', refused: 'Refused', paid: 'Received' },
    rewardLine: '{what}, {yuan} yuan',
    by: 'Proposed by {one}',
    decided: 'Decided by {one}',
    reason: 'Why it is refused',
    enterprise: 'Enterprise',
    back: 'Back',
  },
};

export default texts;
