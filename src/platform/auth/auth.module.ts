import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { Catalogue } from '../i18n/catalogue';
import { AccessTokens, TOKEN_ALGORITHM } from './access-tokens';
import { authTexts } from './auth.texts';

@Module({
  imports: [JwtModule.register({ signOptions: { algorithm: TOKEN_ALGORITHM } })],
  providers: [AccessTokens],
  exports: [AccessTokens],
})
export class AuthModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(authTexts);
  }
}
