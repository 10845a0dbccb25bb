import type zh from '../zh/account';
import type { Shape } from '../shape';

/** Words of the page where people change their own password. */
const texts: Shape<typeof zh> = {
  account: {
    title: 'Change password',
    temporary: 'You signed in with a temporary password. Change it to one of your own before you go on.',
    current: 'Current password',
    next: 'New password (8 or more)',
    again: 'New password again',
    different: 'The two new passwords differ',
    short: 'A new password has at least 8 signs',
    fillCurrent: 'Enter the current password',
    save: 'Save new password',
    means: 'You will be signed out on your other devices.',
  },
};

export default texts;
