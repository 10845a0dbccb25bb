import { Module } from '@nestjs/common';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { IdentityModule } from '../../identity/identity.module';
import { WelderStore } from '../welders/welder.store';
import { PinController } from './pin.controller';
import { KnownPinsReader } from './known-pins.reader';
import { PinHashes } from './pin-hashes';
import { PinStore } from './pin.store';
import { pinTexts } from './pin.texts';
import { SetPin } from './set-pin';
import { WelderPins } from './welder-pins';

/** Welders' PINs, apart from the register: they stand on sign-in, which the register does without. */
@Module({
  imports: [IdentityModule],
  controllers: [PinController],
  providers: [WelderStore, KnownPinsReader, PinStore, PinHashes, SetPin, WelderPins],
  exports: [WelderPins],
})
export class PinsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(pinTexts);
  }
}
