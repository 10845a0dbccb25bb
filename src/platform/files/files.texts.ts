import type { Texts } from '../i18n/texts';

export const filesTexts: Texts = {
  'file.form-expected': {
    zh: '请以表单（multipart/form-data）上传照片，照片放在 file 一项。',
    en: 'Send the photo as a form (multipart/form-data), in the field `file`.',
  },
  'file.form-unreadable': {
    zh: '上传没有完成，请检查网络后重新上传。',
    en: 'The upload was cut short. Check the network and send it again.',
  },
  'file.missing': {
    zh: '没有收到照片，请选择或拍摄一张照片后再上传。',
    en: 'There is no photo in what was sent. Choose or take one and send it again.',
  },
  'file.too-many': {
    zh: '一次最多上传 {most} 张照片，请分几次上传。',
    en: 'At most {most} photos at a time. Send them in several parts.',
  },
  'file.too-large': {
    zh: '照片太大（最大 {mebibytes} MB），请缩小后再上传，或调低相机的分辨率。',
    en: 'The photo is too large (at most {mebibytes} MB). Make it smaller, or lower the camera’s resolution.',
  },
  'file.not-a-picture': {
    zh: '这不是能打开的照片。请上传完整的 JPEG、PNG 或 WebP 照片。',
    en: 'This is not a picture that can be opened. Send a complete JPEG, PNG or WebP.',
  },
  'file.too-many-pixels': {
    zh: '照片的像素太多（最多 {megapixels} 百万像素），请缩小后再上传。',
    en: 'The picture has too many pixels (at most {megapixels} million). Make it smaller.',
  },
  'file.infected': {
    zh: '杀毒软件在这个文件里发现了病毒，没有保存。请换一个文件，并检查您的设备。',
    en: 'The virus scanner found something in this file, and it was not kept. Choose another file, and check your device.',
  },
  'file.scanner-away': {
    zh: '杀毒服务暂时没有响应，文件没有保存。请稍后再传。',
    en: 'The virus scanner does not answer right now, and the file was not kept. Send it again soon.',
  },
  'file.quota': {
    zh: '今天上传的照片已到上限。请先把已上传的照片用到记录里，或稍后再传。',
    en: 'You have reached the limit of photos for today. Use the uploaded ones in records first, or send more later.',
  },
  'file.not-found': {
    zh: '没有这张照片，或已超过保存期限。',
    en: 'There is no such photo, or it is older than what is kept.',
  },
};
