import { type FindingText, words } from './finding-text';
import { HOT_WORK, PUBLIC_PLACES, WIND } from './legal-bases';

/** What can speak against a place, and against the weather there. */
export const PLACE_FINDINGS = {
  'place.outside-site': {
    message: words(
      '您离动火地点 {distance} 米，超出 {radius} 米的范围。',
      'You are {distance} m from the place of work; the limit is {radius} m.',
    ),
    remedy: words(
      '到动火票写明的地点再扫码；定位不准的，到室外重新定位。',
      'Scan at the place named on the permit; if the position is wrong, locate again in the open.',
    ),
    legalBasis: HOT_WORK,
    variants: {
      doubtful: {
        message: words(
          '定位误差约 {accuracy} 米，不能确认您在动火地点。',
          'The position is only accurate to about {accuracy} m; it is not certain that you are at the place of work.',
        ),
        remedy: words('请扫一下现场的动火票公示牌并拍照。', 'Scan the permit’s signboard on site and take a photo.'),
      },
      unknown: {
        message: words('没有取得定位。', 'Your position is not known.'),
        remedy: words(
          '打开手机定位；没有信号的，请扫一下现场的动火票公示牌并拍照。',
          'Switch positioning on; without signal, scan the permit’s signboard on site and take a photo.',
        ),
      },
    },
  },
  'place.closed-hours-only': {
    message: words(
      '这里营业期间（{from} 至 {to}）禁止动火。',
      'Hot work is forbidden here during business hours ({from} to {to}).',
    ),
    remedy: words(
      '改在停止营业（{to}）后、开门（{from}）前作业。',
      'Do the work after closing time ({to}) and before opening time ({from}).',
    ),
    legalBasis: PUBLIC_PLACES,
  },
  'weather.wind': {
    message: words(
      '现场风力 {grade} 级，露天动火不得达到 {limit} 级。',
      'The wind is force {grade}; in the open air hot work must stop at {limit}.',
    ),
    remedy: words(
      '等风小后再作业，或按规定升级管理、设置挡风措施。',
      'Wait until the wind drops, or raise the level or set up windbreaks as the rules allow.',
    ),
    legalBasis: WIND,
    variants: {
      guarded: {
        message: words(
          '现场风力 {grade} 级，已升级管理或设置挡风措施。',
          'The wind is force {grade}; the level was raised or windbreaks are set up.',
        ),
        remedy: words('加强监护，风力再大立即停止。', 'Watch closely and stop at once if the wind grows.'),
      },
    },
  },
} as const satisfies Readonly<Record<string, FindingText>>;
