import { Injectable } from '@nestjs/common';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { groupCode } from '../../../domain/registry/code';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { Config } from '../../../platform/config/config';
import { reaches } from '../../../platform/database/reaches';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { renderPdf } from '../../../platform/documents/pdf';
import { qrPath } from '../../../platform/documents/qr-picture';
import { PassesReader, type ShownPass } from './passes.reader';

const QR_PT = 96;

/** The certificate of attendance on paper. It names the person and no number of theirs; the code proves it. */
@Injectable()
export class PrintPass {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly passes: PassesReader,
    private readonly config: Config,
  ) {}

  async execute({ caller }: Request, id: string): Promise<Result<Buffer, Refusal>> {
    const pass = await this.uow.run(systemScope('training'), (tx) => this.passes.find(tx, id));
    if (!pass || !isSeenBy(caller, pass)) return refused(notFound('training.pass-unknown'));
    return ok(await renderPdf(documentOf(pass, `${this.config.publicUrl}/c/${pass.code}`)));
  }
}

const isSeenBy = (caller: Caller, pass: ShownPass): boolean =>
  caller.welderId === pass.welderId || reaches(caller.scope, pass);

function documentOf(pass: ShownPass, address: string): TDocumentDefinitions {
  const { path, size } = qrPath(address);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
  const line = (zh: string, en: string, value: string) => ({
    columns: [
      {
        width: 170,
        text: [
          { text: zh, bold: true },
          { text: `  ${en}`, fontSize: 9, color: '#555555' },
        ],
      },
      { width: '*', text: value },
    ],
    margin: [0, 6, 0, 0] as [number, number, number, number],
  });
  return {
    pageSize: 'A5',
    pageOrientation: 'landscape',
    pageMargins: [48, 40, 48, 36],
    defaultStyle: { fontSize: 12 },
    content: [
      { text: '电气焊作业全员培训合格证明', fontSize: 22, bold: true, alignment: 'center' },
      { text: 'Certificate of training', fontSize: 11, color: '#555555', alignment: 'center', margin: [0, 2, 0, 16] },
      {
        columns: [
          {
            width: '*',
            stack: [
              line('姓名', 'Name', pass.name),
              line('培训', 'Training', pass.campaignName),
              line('组织地区', 'Region', pass.campaignRegion),
              line('合格日期', 'Passed on', shanghaiDate(pass.passedAt)),
              line('有效期至', 'Valid to', pass.validTo),
              line('答题', 'Quiz', `${pass.right} / ${pass.questions}`),
              line('到课', 'Attended', pass.minutes === 0 ? '网上学习 online' : `${pass.minutes} 分钟 min`),
            ],
          },
          {
            width: QR_PT + 30,
            stack: [
              { svg, fit: [QR_PT, QR_PT], alignment: 'center' },
              { text: groupCode(pass.code), alignment: 'center', bold: true, margin: [0, 4, 0, 0] },
              { text: '扫码核验', fontSize: 9, alignment: 'center' },
            ],
          },
        ],
      },
      {
        text: '本证明只说明参加了培训并答题合格，不能代替特种作业操作证。',
        fontSize: 9,
        color: '#555555',
        margin: [0, 22, 0, 0],
      },
      {
        text: 'This paper proves the training. It does not replace a work certificate.',
        fontSize: 8,
        color: '#555555',
      },
    ],
  };
}
