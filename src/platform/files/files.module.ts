import { Module } from '@nestjs/common';
import { Catalogue } from '../i18n/catalogue';
import { FilesController } from './files.controller';
import { filesTexts } from './files.texts';
import { ReadPhoto } from './read-photo';
import { StorePhoto } from './store-photo';

@Module({
  controllers: [FilesController],
  providers: [StorePhoto, ReadPhoto],
})
export class FilesModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(filesTexts);
  }
}
