import type { Texts } from '../i18n/texts';

/** Titles of problem documents, and what the platform itself refuses. */
export const httpTexts: Texts = {
  'status.400': { zh: '请求无法读取', en: 'The request cannot be read' },
  'status.401': { zh: '需要登录', en: 'Sign-in needed' },
  'status.403': { zh: '不允许', en: 'Not allowed' },
  'status.404': { zh: '没有找到', en: 'Not found' },
  'status.405': { zh: '没有找到', en: 'Not found' },
  'status.409': { zh: '与当前状态冲突', en: 'In conflict with the current state' },
  'status.412': { zh: '内容已被他人修改', en: 'Changed by someone else' },
  'status.413': { zh: '内容太大', en: 'Too large' },
  'status.415': { zh: '格式不支持', en: 'Unsupported format' },
  'status.422': { zh: '填写的内容有误', en: 'The content is not right' },
  'status.429': { zh: '操作太频繁', en: 'Too many requests' },
  'status.500': { zh: '系统出错', en: 'Something broke' },
  'status.503': { zh: '系统暂不可用', en: 'Not available right now' },

  'status.507': { zh: '存储空间已满', en: 'The disk is full' },

  'api.title': { zh: '焊安 接口', en: 'Hanan API' },

  'request.invalid': {
    zh: '有内容没有填对，请按各项提示修改后再提交。',
    en: 'Some fields are not right. Mend them as told and send again.',
  },
  'request.malformed': {
    zh: '请求的内容无法读取，请检查格式（JSON 是否完整）。',
    en: 'The request cannot be read. Check its format (is the JSON complete?).',
  },
  'request.too-large': {
    zh: '提交的内容太大，请减小后再试。',
    en: 'What was sent is too large. Make it smaller and try again.',
  },
  'request.range': {
    zh: '请求的字节范围超出了文件大小。',
    en: 'The range asked for lies beyond the end of the file.',
  },
  'request.media-type': {
    zh: '不支持这种格式，请按接口文档的格式提交。',
    en: 'This format is not supported. Send it as the API description says.',
  },
  'request.throttled': { zh: '操作太频繁，请稍等一会儿再试。', en: 'Too many requests. Wait a moment and try again.' },
  'request.conflict': {
    zh: '与当前状态冲突，请刷新后再试。',
    en: 'In conflict with the current state. Reload and try again.',
  },
  'route.unknown': { zh: '没有这个地址，请检查链接。', en: 'There is nothing at this address. Check the link.' },
  'service.unavailable': { zh: '系统正在恢复，请稍后再试。', en: 'The service is recovering. Try again shortly.' },
  'storage.full': {
    zh: '服务器存储空间已满，没有保存。请稍后再试，并通知管理员清理磁盘。',
    en: 'The disk of the server is full and nothing was saved. Try again later and tell the administrator to free space.',
  },
  'fault.unexpected': {
    zh: '系统出错，没有完成操作。请稍后再试；如仍不行，请把编号 {faultId} 告诉管理员。',
    en: 'Something broke and nothing was done. Try again later; if it stays so, give the number {faultId} to the administrator.',
  },
  'version.stale': {
    zh: '您打开之后已有人修改过。请刷新，核对后再提交。',
    en: 'Someone has changed this since you opened it. Reload, compare and send again.',
  },
  'version.unreadable': {
    zh: 'If-Match 的值不对，请原样带回读取时的 ETag。',
    en: 'The If-Match value is not right: send back the ETag as you read it.',
  },
  'idempotency.mismatch': {
    zh: '这个 Idempotency-Key 已用于另一个请求，请为新的请求换一个。',
    en: 'This Idempotency-Key belongs to another request. Use a new one for a new request.',
  },
  'idempotency.in-progress': {
    zh: '同一个请求正在处理，请稍等再查看结果。',
    en: 'The same request is still being worked on. Wait a moment and look again.',
  },
  'idempotency.key-invalid': {
    zh: 'Idempotency-Key 应为 1 至 200 个可见字符。',
    en: 'An Idempotency-Key has 1 to 200 visible characters.',
  },

  'field.required': { zh: '必填', en: 'required' },
  'field.invalid': { zh: '内容不正确', en: 'not valid' },
  'field.unknown': { zh: '没有这一项', en: 'there is no such field' },
  'field.text': { zh: '应为文字', en: 'must be text' },
  'field.integer': { zh: '应为整数', en: 'must be a whole number' },
  'field.number': { zh: '应为数字', en: 'must be a number' },
  'field.boolean': { zh: '应为 true 或 false', en: 'must be true or false' },
  'field.list': { zh: '应为列表', en: 'must be a list' },
  'field.object': { zh: '应为一组内容', en: 'must be an object' },
  'field.choice': { zh: '只能是：{0}', en: 'must be one of: {0}' },
  'field.enumeration': { zh: '只能是：{1}', en: 'must be one of: {1}' },
  'field.yes-or-no': {
    zh: '每个问题只能回答 yes 或 no，没有回答的不要填',
    en: 'each question is answered with yes or no; leave out what is not answered',
  },
  'field.too-small': { zh: '不能小于 {0}', en: 'must not be less than {0}' },
  'field.too-large': { zh: '不能大于 {0}', en: 'must not be more than {0}' },
  'field.not-positive': { zh: '应大于 0', en: 'must be more than 0' },
  'field.too-short': { zh: '至少 {0} 个字', en: 'at least {0} characters' },
  'field.too-long': { zh: '最多 {0} 个字', en: 'at most {0} characters' },
  'field.length': { zh: '应为 {0} 至 {1} 个字', en: 'must have {0} to {1} characters' },
  'field.too-few': { zh: '至少 {0} 项', en: 'at least {0} items' },
  'field.too-few-any': { zh: '至少一项', en: 'at least one item' },
  'field.too-many': { zh: '最多 {0} 项', en: 'at most {0} items' },
  'field.repeated': { zh: '不能重复', en: 'must not repeat' },
  'field.format': { zh: '格式不正确', en: 'not in the right format' },
  'field.time': {
    zh: '应为带时区的时间，例如 2026-06-01T08:00:00+08:00',
    en: 'must be a time with its offset, such as 2026-06-01T08:00:00+08:00',
  },
  'field.date': { zh: '应为日期，例如 2026-06-01', en: 'must be a date, such as 2026-06-01' },
  'field.latitude': { zh: '纬度应在 -90 与 90 之间', en: 'a latitude lies between -90 and 90' },
  'field.longitude': { zh: '经度应在 -180 与 180 之间', en: 'a longitude lies between -180 and 180' },
  'field.url': { zh: '应为网址', en: 'must be a web address' },
};
