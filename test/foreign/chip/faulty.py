"""Chips with one fault each: what a maker may get wrong. `npm run chip:conform` has to tell which."""

import json
import time

from chip import Chip
from run import main
from tokens import from_base64url, read_claims, read_json


class PasswordInCapitals(Chip):
    def password(self, secret):
        return super().password(secret).upper()


class NoBirth(Chip):
    def birth(self):
        pass


class BelievesBeforeTime(Chip):
    def now(self):
        return super().now() or int(time.time() * 1000)


class SilentWhenAsked(Chip):
    def on_time(self, command, message):
        self.epoch = message["t"] - self.up()


class TellsNoUse(Chip):
    def events(self, *events):
        told = [event for event in events if event["kind"] != "unlock-used"]
        super().events(*told)


class TakesTokensTwice(Chip):
    def judge(self, token):
        self.used = {}
        return super().judge(token)


class DeafToLocks(Chip):
    def on_lock(self, command, message):
        self.reply(command)


class KeepsRunningForOthers(Chip):
    def on_lock(self, command, message):
        if message.get("job") == self.of_job().get("job"):
            self.take_power()
        self.reply(command)


class LetsGoAtHandover(Chip):
    def give_power(self, job, until, idle, event):
        self.take_power()
        super().give_power(job, until, idle, event)


class IgnoresUntil(Chip):
    def job_due(self):
        return self.job["last_arc"] + self.job["idle"] if self.job else float("inf")


class IgnoresIdle(Chip):
    def job_due(self):
        return self.job["until"] if self.job else float("inf")


class MuteWhenAsked(Chip):
    def unknown(self, command):
        pass


class BelievesUnsigned(Chip):
    """Looks for the kid, and not at the signature."""

    def judge(self, token):
        parts = token.split(".")
        claims = read_json(from_base64url(parts[1]) or b"") if len(parts) == 3 else None
        if claims and read_claims(claims) and claims["sub"] == self.chip_no and claims["boot"] == self.flash.boot:
            if self.now() and self.now() < claims["exp"] * 1000 and claims["jti"] not in self.used:
                return claims, None
        return super().judge(token)


class AnyChipsToken(Chip):
    def judge(self, token):
        mine, self.chip_no = self.chip_no, self.claimed(token, "sub", self.chip_no)
        try:
            return super().judge(token)
        finally:
            self.chip_no = mine

    def claimed(self, token, name, otherwise):
        parts = token.split(".")
        claims = read_json(from_base64url(parts[1]) or b"") if len(parts) == 3 else None
        return (claims or {}).get(name, otherwise)


class AnyBootsToken(AnyChipsToken):
    def judge(self, token):
        mine, self.flash.boot = self.flash.boot, self.claimed(token, "boot", self.flash.boot)
        try:
            return Chip.judge(self, token)
        finally:
            self.flash.boot = mine


class NeverExpires(Chip):
    def judge(self, token):
        claims, error = super().judge(token)
        if error != "expired":
            return claims, error
        return read_json(from_base64url(token.split(".")[1])), None


class KeepsOldRate(Chip):
    def on_configure(self, command, message):
        kept = dict(self.flash.settings)
        super().on_configure(command, message)
        self.flash.settings = {**kept, "no": self.flash.settings["no"]}


class TakesAnySettings(Chip):
    def within(self, name, value):
        return True


class KeepsAllKeys(Chip):
    def on_keys(self, command, message):
        self.old = {**getattr(self, "old", {}), **self.keys()}
        super().on_keys(command, message)

    def keys(self):
        return {**getattr(self, "old", {}), **super().keys()}


class TakesOldKeys(Chip):
    def on_keys(self, command, message):
        self.flash.keys_iat = 0
        super().on_keys(command, message)


class FreesOnPuback(Chip):
    def taken(self, number):
        message = self.in_flight.get(number)
        self.flash.buffer = [one for one in self.flash.buffer if one is not message]
        super().taken(number)


class OtherBytes(Chip):
    """Writes the time anew when it sends again."""

    def publish(self, topic, payload):
        body = json.loads(payload)
        for one in body.get("events", []):
            one["t"] = self.now()
        return super().publish(topic, json.dumps(body))


class NewestFirst(Chip):
    def pump(self):
        if len(self.waiting) > 1:
            self.waiting.sort(key=lambda one: -one["seq"])
        super().pump()


class NeverFrees(Chip):
    def free(self, message):
        pass


class FreesAllBelow(Chip):
    """Takes an acknowledgement for all numbers before it, too."""

    def free(self, message):
        super().free({**message, "seqs": [[1, b] for _, b in message["seqs"]]})


class NeverResends(Chip):
    def on_resend(self, command, message):
        pass


class OpensWithoutNetwork(Chip):
    def disconnected(self):
        super().disconnected()
        self.take_power()


class ShowsOldSecretFirst(Chip):
    def secrets(self):
        return super().secrets()[::-1]


class AnySecretsOffer(Chip):
    """Does not look at the number: an offer that was recorded is good for ever."""

    def on_secret(self, command, message):
        number, self.flash.secret_no = self.flash.secret_no, 0
        super().on_secret(command, message)
        self.flash.secret_no = number


class TellsNoArcs(Chip):
    def events(self, *events):
        told = [event for event in events if not event["kind"].startswith("arc-")]
        if told:
            super().events(*told)


class TakesCodesTwice(Chip):
    def match(self, code):
        counter, self.flash.hotp = self.flash.hotp, 0
        try:
            return super().match(code)
        finally:
            self.flash.hotp = counter


class ForgetsKeys(Chip):
    """Keeps the set of keys in memory, not in flash."""

    def __init__(self, chip_no, flash):
        kept = getattr(flash, "first_keys", flash.keys)
        flash.first_keys, flash.keys = kept, kept
        super().__init__(chip_no, flash)


class BootStands(Chip):
    def __init__(self, chip_no, flash):
        flash.boot = 0
        super().__init__(chip_no, flash)


class SkipsNumbers(Chip):
    def sample(self):
        before = self.seq
        super().sample()
        self.seq += self.seq > before


class QosZero(Chip):
    def publish(self, topic, payload):
        self.last_sent = time.monotonic()
        return self.link.publish(f"{self.root}/up/{topic}", payload.encode(), 0 if topic == "replies" else 1)


class TextForNumbers(Chip):
    def numbered(self, topic, body):
        for one in body.get("samples", []):
            one["i"] = str(one["i"])
        super().numbered(topic, body)


KINDS = {
    "password-in-capitals": PasswordInCapitals,
    "no-birth": NoBirth,
    "believes-before-time": BelievesBeforeTime,
    "silent-when-asked": SilentWhenAsked,
    "tells-no-use": TellsNoUse,
    "takes-tokens-twice": TakesTokensTwice,
    "deaf-to-locks": DeafToLocks,
    "needs-a-job-to-lock": KeepsRunningForOthers,
    "lets-go-at-handover": LetsGoAtHandover,
    "ignores-until": IgnoresUntil,
    "ignores-idle": IgnoresIdle,
    "mute-when-asked": MuteWhenAsked,
    "believes-unsigned": BelievesUnsigned,
    "any-chips-token": AnyChipsToken,
    "any-boots-token": AnyBootsToken,
    "never-expires": NeverExpires,
    "keeps-old-rate": KeepsOldRate,
    "takes-any-settings": TakesAnySettings,
    "keeps-all-keys": KeepsAllKeys,
    "takes-old-keys": TakesOldKeys,
    "frees-on-puback": FreesOnPuback,
    "other-bytes": OtherBytes,
    "newest-first": NewestFirst,
    "never-frees": NeverFrees,
    "frees-all-below": FreesAllBelow,
    "never-resends": NeverResends,
    "opens-without-network": OpensWithoutNetwork,
    "shows-old-secret-first": ShowsOldSecretFirst,
    "any-secrets-offer": AnySecretsOffer,
    "tells-no-arcs": TellsNoArcs,
    "takes-codes-twice": TakesCodesTwice,
    "forgets-keys": ForgetsKeys,
    "boot-stands": BootStands,
    "skips-numbers": SkipsNumbers,
    "qos-zero": QosZero,
    "text-for-numbers": TextForNumbers,
}

if __name__ == "__main__":
    main({"none": Chip, **KINDS})
