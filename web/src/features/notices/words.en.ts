import { noticeWords } from '@domain/notices/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  notices: {
    ...noticeWords,
    title: 'Notices',
    none: 'No notices yet. What concerns you will stand here.',
    unread: 'unread',
    urgent: 'urgent',
    readAll: 'Mark all as read',
    more: 'Show earlier ones',
    settings: {
      title: 'Notice settings',
      mail: 'E-mail address',
      mailHint: 'Notices are sent there, too',
      mailKnown: 'They go to {mail} now. To change it, enter the new address.',
      mailCode: 'The code that was sent to {mail}',
      mailCodeHint:
        'Six digits, valid for 5 minutes. If nothing came, check the address, enter it again and save. Nothing else is sent there before.',
      mailConfirm: 'Confirm the address',
      mailRemove: 'No more e-mail',
      digest: 'What is not urgent comes in one e-mail a day, at eight',
      quiet: 'Keep hours of quiet',
      from: 'From',
      to: 'To',
      urgentHint: 'Urgent notices pass hours of quiet and the daily summary: they are sent at once.',
      language: 'Language of e-mail and text messages',
      kinds: 'How each kind is told',
      noPhone: 'Your account has no phone, so no text message reaches you. Ask an administrator to enter one.',
      mandatory: 'cannot be switched off in the app',
      saved: 'Saved',
    },
  },
};

export default texts;
