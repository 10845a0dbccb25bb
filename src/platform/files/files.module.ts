import { Module } from '@nestjs/common';
import { Catalogue } from '../i18n/catalogue';
import { FileUses } from './file-uses.view';
import { FilesController } from './files.controller';
import { filesTexts } from './files.texts';
import { LooseFilePurge } from './loose-file-purge';
import { PhotoErasure } from './photo-erasure';
import { PhotoQuota } from './photo-quota';
import { ReadPhoto } from './read-photo';
import { StorePhoto } from './store-photo';

@Module({
  controllers: [FilesController],
  providers: [StorePhoto, ReadPhoto, FileUses, PhotoQuota, LooseFilePurge, PhotoErasure],
  exports: [PhotoErasure],
})
export class FilesModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(filesTexts);
  }
}
