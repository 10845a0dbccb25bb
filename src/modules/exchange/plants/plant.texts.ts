import type { Texts } from '../../../platform/i18n/texts';

/** What a plant's system is told when a paper of it is not taken in. */
export const plantTexts: Texts = {
  'exchange.only-plants': {
    zh: '只有化工企业特殊作业系统才需要填写企业、负责账号和验签公钥。',
    en: 'Only the special-work system of a chemical plant has an enterprise, an account that answers for it, and keys.',
  },
  'exchange.enterprise-unknown': {
    zh: '本地区没有登记这家企业。',
    en: 'No such enterprise is registered in the region of the exchange.',
  },
  'exchange.not-a-chemical-plant': {
    zh: '这家企业的行业不适用 GB 30871，不能对接特殊作业系统。',
    en: 'GB 30871 does not hold for the trade of this enterprise, so it has no special-work system to connect.',
  },
  'exchange.answers-for-another': {
    zh: '负责账号须是这家企业的在用管理账号。',
    en: 'The account that answers must be in use and must act for this very enterprise.',
  },
  'plant.key-unfit': {
    zh: '公钥不可用：请按对接文档提供约定算法的公钥，切勿提供私钥。',
    en: 'The key is not fit: give the public key as JWK, Ed25519 or P-256, and never the private one.',
  },
  'plant.key-exists': { zh: '编号为 {kid} 的公钥已存在。', en: 'The plant has a key called {kid} already.' },
  'plant.key-not-found': { zh: '没有这把在用的公钥。', en: 'There is no such key in use.' },
  'plant.paper-malformed': {
    zh: '签名文书格式不正确，请按对接文档的格式和算法签名后重新发送。',
    en: 'The signed paper cannot be read: send a compact JWS whose head has typ=hanan-paper+jws, alg (EdDSA or ES256) and kid.',
  },
  'plant.key-unknown': {
    zh: '公钥 {kid} 未登记或已停用，请联系平台管理员更换公钥。',
    en: 'The key {kid} was never given or was taken away. Ask the administrator to enter the new one.',
  },
  'plant.signature-wrong': {
    zh: '文书签名不正确，内容可能被改动过。请用已登记的私钥对原文重新签名。',
    en: 'The signature of the paper is wrong; it may have been changed. Sign the original again with the key that was agreed on.',
  },
  'plant.nobody-answers': {
    zh: '企业负责账号已停用，请联系平台管理员重新指定。',
    en: 'The account that answers for the plant is disabled. Ask the administrator to name another.',
  },
  'plant.foreign-enterprise': {
    zh: '文书上的企业不是本对接协议约定的企业。',
    en: 'The paper speaks of another enterprise than the agreement does.',
  },
  'plant.account-unknown': {
    zh: '账号 {account} 不存在、已停用，或不属于本企业及其承包单位。没有账号的人请不要填写账号。',
    en: 'The account {account} does not exist, is disabled, or belongs to neither the plant nor its contractor. Leave it out for whoever has none.',
  },
  'plant.welder-unknown': {
    zh: '未找到焊工{name}：操作证编号或焊工码未在平台登记。请先登记焊工和操作证。',
    en: 'The welder {name} is not known: neither certificate number nor card code is registered. Register welder and certificate first.',
  },
  'plant.welder-name-differs': {
    zh: '焊工姓名{name}与该操作证或焊工码登记的姓名不一致，请核对编号。',
    en: 'The name {name} is not the one registered with this certificate or card code. Check the number.',
  },
  'plant.machine-unknown': {
    zh: '设备码 {code} 未登记，请先登记设备。',
    en: 'No machine is registered under the code {code}. Register it first.',
  },
  'plant.replayed': {
    zh: '作业票 {number} 的第 {version} 版已接收过，内容不同。内容有变化时请递增版本号，新的作业请使用新票号。',
    en: 'Version {version} of {number} was taken in already with another content. Count the version on for what is new, and use a new number for other work.',
  },
  'plant.permit-not-taken': {
    zh: '作业票 {number} 还没有被接收，请先发送作业票。',
    en: 'The permit {number} was not taken in yet. Send it first.',
  },
  'plant.papers-missing': {
    zh: '前面的文书还没有收到，请从第 {next} 版开始按顺序补发。暂停、撤离、完工和取消不受此限。',
    en: 'Something before it has not arrived. Send from version {next} on, in order. Stops, leaving, ends and cancelling need not wait.',
  },
};
