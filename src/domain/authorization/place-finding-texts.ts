import { type FindingText, words } from './finding-text';
import { HOT_WORK, PUBLIC_PLACES, WIND } from './legal-bases';

const ON_THE_SPOT = words(
  '打开手机定位再试；没有信号的，请在现场扫动火票（或固定动火区）的公示牌并拍照。',
  'Switch positioning on and try again; without signal, scan the signboard of the permit or designated area on the spot and take a photo.',
);

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
      'chinese-map': {
        message: words(
          '按地图坐标换算，您在动火地点；按定位坐标，您离它 {distance} 米。',
          'Read as a Chinese map shows it, you are at the place of work; read as it is, you are {distance} m away.',
        ),
        remedy: words(
          '可以作业。这个地点的坐标可能取自地图，请申请人下次在现场定位。',
          'You may work. The place was probably taken from a map; the applicant should locate it on site next time.',
        ),
      },
    },
  },
  'place.unproven': {
    message: words(
      '没有取得定位，不能确认您在动火地点。',
      'Your position is not known, so nothing shows that you are at the place of work.',
    ),
    remedy: ON_THE_SPOT,
    legalBasis: HOT_WORK,
    variants: {
      inexact: {
        message: words(
          '定位误差约 {accuracy} 米，太大，不能确认您在动火地点。',
          'The position is only accurate to about {accuracy} m, too little to show that you are at the place of work.',
        ),
        remedy: ON_THE_SPOT,
      },
      'signboard-not-bound': {
        message: words(
          '这块公示牌还没有人在现场定位确认过，不能证明地点。',
          'Nobody with a position has confirmed yet where this signboard hangs, so it proves no place.',
        ),
        remedy: words(
          '请监护人或签发人到现场，打开定位，扫这块公示牌确认一次；也可以扫监护人手机上每分钟变化的码。',
          'Let the watcher or the issuer scan this signboard on the spot with positioning on, or scan the code on the watcher’s phone that changes each minute.',
        ),
      },
      'signboard-not-of-here': {
        message: words(
          '扫的不是这里的公示牌，或者变化码已经过期。',
          'This is not the signboard of this place, or the changing code has run out.',
        ),
        remedy: words(
          '请扫本票（或固定动火区）现场的公示牌并拍照；变化码请重新扫一次。',
          'Scan the signboard of this permit or designated area on the spot and take a photo; scan a changing code anew.',
        ),
      },
      'photo-missing': {
        message: words(
          '扫了公示牌，但没有现场照片。',
          'The signboard was scanned, but there is no photo taken on the spot.',
        ),
        remedy: words('请对着公示牌现场拍一张照片后再试。', 'Take a photo of the signboard now and try again.'),
      },
    },
  },
  'place.chip-elsewhere': {
    message: words(
      '焊机芯片刚刚的定位离动火地点 {distance} 米，焊机不在这里。',
      'The chip of the machine has just measured {distance} m from the place of work: the machine is not here.',
    ),
    remedy: words(
      '请核对是否扫错了焊机；焊机确在现场的，请联系维护人员检查芯片定位。',
      'Check whether you scanned another machine; if this one is here, have a technician check the position of its chip.',
    ),
    legalBasis: HOT_WORK,
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
