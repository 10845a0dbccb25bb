import { LifeCycle } from '../../kernel/life-cycle';

export const APPOINTMENT_STATES = ['planned', 'done', 'missed', 'cancelled'] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

export const APPOINTMENT_COMMANDS = ['miss', 'cancel', 'fit'] as const;
export type AppointmentCommand = (typeof APPOINTMENT_COMMANDS)[number];

export const SLOTS = ['morning', 'afternoon'] as const;
export type Slot = (typeof SLOTS)[number];

/** One appointment to fit a chip. After a missed one the machine stays in the list and is planned again. */
export const appointmentLifeCycle = new LifeCycle<
  AppointmentState,
  AppointmentCommand,
  { readonly state: AppointmentState },
  never
>({
  miss: { from: ['planned'], to: 'missed' },
  cancel: { from: ['planned'], to: 'cancelled' },
  fit: { from: ['planned', 'missed'], to: 'done' },
});
