import { Module } from '@nestjs/common';
import { AuthModule } from '../../platform/auth/auth.module';
import { BearerStrategy } from '../../platform/auth/bearer.strategy';
import { Catalogue } from '../../platform/i18n/catalogue';
import { ForgetAccount } from './forget-account';
import { AccountLinks } from './account-links.view';
import { AdmitPerson } from './admit-person';
import { AuthController } from './auth.controller';
import { ConfirmSeat } from './confirm-seat';
import { ChangePassword } from './change-password';
import { DisableUser } from './changes/disable-user';
import { EnableUser } from './changes/enable-user';
import { ChangeUser } from './changes/change-user';
import { LeaveEnterprise } from './changes/leave-enterprise';
import { DutiesOfPeople } from './duties.view';
import { UserChangeStore } from './changes/user-change.store';
import { AcceptInvitation } from './invitations/accept-invitation';
import { ChangeInvitation } from './invitations/change-invitation';
import { JoinCodes } from './invitations/join-codes';
import { FindInvitations } from './invitations/find-invitations';
import { InvitationLinks } from './invitations/invitation-link';
import { InvitationStore } from './invitations/invitation.store';
import { InvitationsController } from './invitations/invitations.controller';
import { invitationTexts } from './invitations/invitations.texts';
import { InvitePerson } from './invitations/invite-person';
import { EnterAccount } from './enter-account';
import { EndSession } from './end-session';
import { FindUsers } from './find-users';
import { MakeFirstAdmin } from './first-admin';
import { ForgetDevices } from './forget-devices';
import { IdentityPurge } from './identity-purge';
import { identityTexts } from './identity.texts';
import { LeakedPasswords } from './passwords/leaked-passwords';
import { LogIn } from './log-in';
import { LoginCodeStore } from './login-code.store';
import { TextAllowance } from '../../platform/messaging/text-allowance';
import { DeviceCookie } from './device-cookie';
import { KnownDevices } from './known-devices';
import { LoginAttempts } from './login-attempts';
import { LoginDeviceStore } from './login-device.store';
import { HashPool } from './passwords/hash-pool';
import { LoginCodes } from './login-codes';
import { LoginFailureStore } from './login-failure.store';
import { LoginPatience } from './login-patience';
import { LoginProof } from './login-proof';
import { PhoneCodes } from './phone-codes';
import { MeController } from './me.controller';
import { PasswordHasher } from './password-hasher';
import { ProveSelf } from './prove-self';
import { RefreshCookie } from './refresh-cookie';
import { RefreshSession } from './refresh-session';
import { RegisterUser } from './register-user';
import { ResetPassword } from './changes/reset-password';
import { CompleteLogIn } from './second-factor/complete-log-in';
import { LoginTickets } from './second-factor/login-tickets';
import { FactorDuty } from './second-factor/factor-duty';
import { OwnSessions } from './own-sessions/own-sessions';
import { OwnSessionsController } from './own-sessions/own-sessions.controller';
import { OwnSecondFactor } from './second-factor/own-second-factor';
import { ResetSecondFactor } from './second-factor/reset-second-factor';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecondFactorStore } from './second-factor/second-factor.store';
import { secondFactorTexts } from './second-factor/second-factor.texts';
import { SecondFactors } from './second-factor/second-factors';
import { SendLoginCode } from './send-login-code';
import { SessionStore } from './session.store';
import { SeatIdentities } from './seat-identities';
import { Sessions } from './sessions';
import { UserCallers } from './user-callers';
import { UserStore } from './user.store';
import { UserViews } from './user.mapper';
import { UsersController } from './users.controller';
import { UserPhones } from './user-phones';
import { UsersReader } from './users.reader';

const STORES = [
  UserStore,
  AccountLinks,
  UserChangeStore,
  SessionStore,
  LoginFailureStore,
  LoginCodeStore,
  LoginDeviceStore,
  InvitationStore,
  SecondFactorStore,
];

/** Who may come in, as what, and what they may do. */
@Module({
  imports: [AuthModule],
  controllers: [
    AuthController,
    SecondFactorController,
    MeController,
    OwnSessionsController,
    UsersController,
    InvitationsController,
  ],
  providers: [
    ...STORES,
    UserViews,
    UsersReader,
    UserPhones,
    UserCallers,
    BearerStrategy,
    HashPool,
    LeakedPasswords,
    PasswordHasher,
    LoginCodes,
    LoginAttempts,
    TextAllowance,
    KnownDevices,
    LoginPatience,
    LoginProof,
    Sessions,
    RefreshCookie,
    DeviceCookie,
    EnterAccount,
    SecondFactors,
    LoginTickets,
    LogIn,
    CompleteLogIn,
    OwnSecondFactor,
    FactorDuty,
    ResetSecondFactor,
    SendLoginCode,
    RefreshSession,
    EndSession,
    ChangePassword,
    OwnSessions,
    ProveSelf,
    ConfirmSeat,
    FindUsers,
    RegisterUser,
    DisableUser,
    EnableUser,
    ResetPassword,
    ChangeUser,
    LeaveEnterprise,
    DutiesOfPeople,
    PhoneCodes,
    SeatIdentities,
    AdmitPerson,
    InvitationLinks,
    JoinCodes,
    InvitePerson,
    ChangeInvitation,
    FindInvitations,
    AcceptInvitation,
    MakeFirstAdmin,
    IdentityPurge,
    ForgetDevices,
    ForgetAccount,
  ],
  exports: [
    ForgetAccount,
    ForgetDevices,
    TextAllowance,
    UserCallers,
    UsersReader,
    UserPhones,
    RegisterUser,
    MakeFirstAdmin,
    PasswordHasher,
    ProveSelf,
    PhoneCodes,
    LoginCodes,
    AdmitPerson,
  ],
})
export class IdentityModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(identityTexts);
    catalogue.add(invitationTexts);
    catalogue.add(secondFactorTexts);
  }
}
