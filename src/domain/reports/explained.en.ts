import type { Explanations } from './explained.zh';
import { overviewNumbers } from './overview-explained.en';

export const explanations: Explanations = {
  figure: {
    machines: {
      counts: 'Machines registered and not scrapped; those suspended, in repair or lost count, too.',
      source: 'The register of machines (machines), at the end of the period, or now while it runs.',
      leftOut: 'Scrapped machines.',
    },
    'machines-registered': {
      counts: 'Machines registered in the period: collected, imported or by their owners.',
      source: 'The register of machines (machines), by the time of registration.',
      leftOut: 'Machines registered before and only changed.',
    },
    'machines-fitted': {
      counts: 'Registered machines with a chip.',
      source: 'The bindings of chips (chip_bindings), at the end of the period.',
      leftOut: 'Machines whose chip was taken off; scrapped machines.',
    },
    'chips-fitted': {
      counts: 'Chips put on a machine in the period.',
      source: 'The bindings of chips (chip_bindings), by their time.',
      leftOut: 'Nothing: a replacement counts, too.',
    },
    'chip-share': {
      counts: 'Machines with a chip ÷ machines that need one.',
      source: 'As for machines with a chip; registered machines that need one.',
      leftOut: 'Code-only gas sets without a chip need none.',
    },
    welders: {
      counts: 'Welders registered.',
      source: 'The register of welders (welders), at the end of the period.',
      leftOut: 'A second entry of the same person.',
    },
    'welders-registered': {
      counts: 'Welders registered in the period.',
      source: 'The register of welders (welders), by the time of registration.',
      leftOut: 'A second entry of the same person.',
    },
    'welders-certified': {
      counts: 'Welders with at least one verified certificate that is valid.',
      source: 'Certificates (certificates): time of verification and validity, on the last day of the period.',
      leftOut: 'Certificates not verified, expired or revoked.',
    },
    'certificates-verified': {
      counts: 'Certificates verified in the period.',
      source: 'Certificates (certificates), by the time of verification.',
      leftOut: 'Certificates that were only entered.',
    },
    'certified-share': {
      counts: 'Welders with a valid certificate ÷ welders registered.',
      source: 'As for these two.',
      leftOut: 'As for these two.',
    },
    'welders-trained': {
      counts: 'Welders with a training passed that is still valid.',
      source: 'Trainings passed (training_passes), on the last day of the period.',
      leftOut: 'Attendance without a passed quiz; trainings no longer valid.',
    },
    'trainings-passed': {
      counts: 'Trainings passed in the period; twice by one person counts twice.',
      source: 'Trainings passed (training_passes), by their time.',
      leftOut: 'Attendance without a passed quiz.',
    },
    'trained-share': {
      counts: 'Welders with valid training ÷ welders registered.',
      source: 'As for these two.',
      leftOut: 'As for these two.',
    },
    'permits-issued': {
      counts: 'Permits issued in the period.',
      source: 'Permits (permits), by the time of issue.',
      leftOut: 'Drafts, permits returned or not issued; paper permits used in an outage.',
    },
    jobs: {
      counts: 'Jobs started by a scan in the period that got power, or began by code alone.',
      source: 'Jobs (jobs), by the time of the start.',
      leftOut: 'Jobs that never got power; work without a scan.',
    },
    refused: {
      counts: 'Scans to start that the platform refused in the period.',
      source: 'Decisions (decisions), by their time.',
      leftOut: 'A look ahead. Each try of the same person counts.',
    },
    'off-platform': {
      counts: 'Work off platform found in the period: an arc without a job that covers it.',
      source: 'Cases (violations), by the time found.',
      leftOut: 'Cases withdrawn after a check.',
    },
    'off-platform-share': {
      counts: 'Work off platform ÷ (work off platform + jobs).',
      source: 'As for these two.',
      leftOut: 'Work with machines without a chip, which the platform cannot see.',
    },
    found: {
      counts: 'Alerts, hazards and offences found in the period.',
      source: 'Cases (violations), by the time found.',
      leftOut: 'Cases withdrawn after a check.',
    },
    responded: {
      counts: 'Cases given to a person or an enterprise for the first time in the period.',
      source: 'The steps of cases (violation_history): the first time that a case was assigned.',
      leftOut: 'Cases given to somebody else or anew; cases withdrawn.',
    },
    'response-hours': {
      counts:
        'Of the cases first assigned in the period: the average time from the case’s entry to its assignment, in hours.',
      source: 'As for first assigned; whole seconds are added up, then divided.',
      leftOut: 'Cases that nobody was given; the time before the data arrived.',
    },
    'falsely-rectified': {
      counts: 'How often a case was opened again in the period because it was not put right as reported.',
      source: 'The steps of cases (violation_history), by the time of reopening.',
      leftOut: 'Cases withdrawn. Twice with one case counts twice.',
    },
    closed: {
      counts: 'Cases closed in the period, whenever found.',
      source: 'Cases (violations), by the time of closing.',
      leftOut: 'Cases withdrawn; cases opened again since.',
    },
    'closed-late': {
      counts: 'Cases closed in the period after their due date.',
      source: 'Cases (violations): time of closing and due date.',
      leftOut: 'Cases without a due date.',
    },
    'in-time-share': {
      counts: '(Closed − closed late) ÷ closed.',
      source: 'As for these two.',
      leftOut: 'As for these two.',
    },
    'closing-hours': {
      counts: 'Of the cases closed in the period: the average time from the case’s entry to its closing, in hours.',
      source: 'Cases (violations): time of entry and of closing; whole seconds are added up, then divided.',
      leftOut: 'Cases still open.',
    },
    open: {
      counts: 'Cases open at the end of the period, whenever found.',
      source: 'Cases (violations), at the end of the period.',
      leftOut: 'Cases withdrawn.',
    },
    overdue: {
      counts: 'Cases open at the end of the period and past their due date.',
      source: 'Cases (violations): due date, at the end of the period.',
      leftOut: 'Cases without a due date; cases withdrawn.',
    },
    'self-checks-due': {
      counts: 'Self-checks whose month or quarter includes the last day of the period.',
      source: 'Self-checks (self_checks): their period, at the end of the report’s period.',
      leftOut: 'Those of earlier months or quarters, see “Self-checks overdue”.',
    },
    'self-checks-done': {
      counts: 'Of the self-checks of the running period: those that the principal signed.',
      source: 'Self-checks (self_checks): time of signing, at the end of the period.',
      leftOut: 'Those filled in but not signed.',
    },
    'self-check-share': {
      counts: 'Self-checks done ÷ self-checks of the running period.',
      source: 'As these two.',
      leftOut: 'As these two. A low share at the beginning of a quarter is nothing overdue.',
    },
    'self-checks-signed': {
      counts: 'Self-checks signed in the period, whichever month or quarter they belong to.',
      source: 'Self-checks (self_checks): time of signing.',
      leftOut: 'Those not signed.',
    },
    'self-checks-late': {
      counts: 'Self-checks signed in the period, but after the day on which they were due.',
      source: 'Self-checks (self_checks): time of signing and due date.',
      leftOut: 'Those signed on the due day.',
    },
    'self-checks-overdue': {
      counts: 'Self-checks whose due date is over and which are not signed, of any month or quarter.',
      source: 'Self-checks (self_checks): due date and time of signing, at the end of the period.',
      leftOut: 'Those due on the day itself.',
    },
    'self-check-findings': {
      counts: 'Hazards that enterprises found in self-checks in the period and that became cases.',
      source: 'Findings (self_check_findings) and their cases (violations): time found.',
      leftOut: 'Cases from workers’ internal reports; cases withdrawn.',
    },
    'drills-held': {
      counts: 'Evacuation drills that enterprises held in the period and recorded.',
      source: 'Drills (drills): day of the drill.',
      leftOut: 'No exception: a drill recorded later counts on its own day.',
    },
  },
  overview: overviewNumbers,
};
