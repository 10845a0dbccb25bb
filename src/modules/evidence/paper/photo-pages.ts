import type { Content } from 'pdfmake/interfaces';
import { sha256 } from '../pack/manifest';
import { photoFile } from '../pack/pack-files';
import type { PackContent } from '../pack/pack-content';
import { CHINESE_TIME as time, note } from './paper-parts';

export function photoPages({ photos, photosGone }: Pick<PackContent, 'photos' | 'photosGone'>): Content[] {
  if (photos.length + photosGone.length === 0) return [note('没有照片。')];
  return [
    ...photos.map(({ id, bytes, uploadedAt, taken }): Content => ({
      unbreakable: true,
      margin: [0, 4, 0, 6],
      columns: [
        { width: 190, image: `data:image/jpeg;base64,${bytes.toString('base64')}`, fit: [180, 150] },
        {
          width: '*',
          stack: [
            `文件：${photoFile(id)}`,
            `上传时间：${time(new Date(uploadedAt).toISOString())}`,
            ...(taken ? [`拍摄位置：东经 ${taken.lng.toFixed(6)}°，北纬 ${taken.lat.toFixed(6)}°`] : []),
            { text: `SHA-256：${sha256(bytes)}`, fontSize: 7, margin: [0, 3, 0, 0] },
          ],
        },
      ],
    })),
    ...photosGone.map((id) => note(`照片 ${id} 已按保存期限清除。`)),
  ];
}
