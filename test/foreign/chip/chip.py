"""A chip in Python, written from docs/chip-protocol.md alone and with nothing but Python's own library.

One outlet and no machine: `run.py` reads what somebody at the bench does from standard input.
"""

import hashlib
import hmac
import json
import os
import random
import time

from curves import x25519
from flash import Flash
from mqtt import Refused
from tokens import from_base64url, is_whole, open_signed, read_claims, read_json, read_keys, to_base64url

LONGEST_MS = 8 * 3_600_000
OFFLINE_IDLE_MS = 7_200_000
PAUSE_MS = 15 * 60_000
TRIES, LOOK_AHEAD, IN_FLIGHT, CAPACITY = 5, 10, 30, 50_000
LIMITS = {"sampleMs": (1_000, 10_000), "idleSampleMs": (10_000, 60_000), "arcFromA": (2, 30), "arcPauseMs": (50, 2_000)}
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_ulid(ms):
    value = ms << 80 | random.SystemRandom().getrandbits(80)
    return "".join(CROCKFORD[value >> shift & 31] for shift in range(125, -1, -5))


class Chip:
    def __init__(self, chip_no, flash):
        self.chip_no, self.flash = chip_no, flash
        self.root = f"hanan/v1/chips/{chip_no}"
        flash.boot += 1  # before anything is sent under it
        flash.write()
        self.started = time.monotonic()
        self.epoch, self.seq, self.job, self.used = None, 0, None, {}
        self.amps, self.sampled_up, self.read_up, self.amp_ms, self.peak, self.arc_ms = 0, 0, 0, 0, 0, 0
        self.paused_until = PAUSE_MS if flash.tries_left == 0 else 0
        self.link, self.shown, self.refusals, self.waiting, self.in_flight, self.last_sent = None, None, 0, [], {}, 0
        self.events({"kind": "power-on"})

    # What it measures

    def up(self):
        return int((time.monotonic() - self.started) * 1000)

    def now(self):
        return None if self.epoch is None else self.epoch + self.up()

    def relay(self):
        return "closed" if self.job else "open"

    def burning(self):
        return self.amps >= self.flash.settings["arcFromA"]

    def flow(self):
        """Adds up what flowed since the sensor was last read."""
        up = self.up()
        ms, self.read_up = up - self.read_up, up
        self.amp_ms += self.amps * ms
        if self.burning():
            self.arc_ms += ms
            if self.job:
                self.job["last_arc"] = up

    def sense(self, amps):
        self.flow()
        before, self.amps = self.burning(), amps
        self.peak = max(self.peak, amps)
        if before != self.burning():
            self.events({"kind": "arc-stop" if before else "arc-start", **self.of_job(), "outlet": 1})

    def sample(self):
        self.flow()
        up = self.up()
        ms = up - self.sampled_up
        if ms <= 0:
            return
        body = {"t": self.now(), "up": up, "ms": ms, "i": round(self.amp_ms / ms, 1), "iMax": self.peak}
        body.update(u=24.0 if self.burning() else 0.0, arcMs=self.arc_ms, relay=self.relay(), outlet=1, **self.of_job())
        self.sampled_up, self.amp_ms, self.peak, self.arc_ms = up, 0, self.amps, 0
        self.numbered("samples", {"samples": [body]})

    def of_job(self):
        return {"job": self.job["id"]} if self.job else {}

    # What it says

    def events(self, *events):
        stamp = {"t": self.now(), "up": self.up()}
        self.numbered("events", {"events": [{**event, **stamp} for event in events]})

    def numbered(self, topic, body):
        self.seq += 1
        payload = json.dumps({"v": 1, "boot": self.flash.boot, "seq": self.seq, **body})
        message = {"boot": self.flash.boot, "seq": self.seq, "topic": topic, "payload": payload}
        self.keep(message)
        self.waiting.append(message)
        self.pump()

    def keep(self, message):
        self.flash.buffer.append(message)
        if len(self.flash.buffer) > CAPACITY:
            samples = (i for i, one in enumerate(self.flash.buffer) if one["topic"] == "samples")
            del self.flash.buffer[next(samples, 0)]
        self.flash.write()

    def reply(self, command, error=None, **more):
        answer = {"ok": True, **more} if error is None else {"ok": False, "error": error}
        body = {"v": 1, "boot": self.flash.boot, "command": command, **answer, "t": self.now(), "relay": self.relay()}
        self.direct("replies", body)

    def direct(self, topic, body):
        if self.link:
            self.publish(topic, json.dumps(body))

    def publish(self, topic, payload):
        self.last_sent = time.monotonic()
        return self.link.publish(f"{self.root}/up/{topic}", payload.encode())

    def birth(self):
        own = [one["seq"] for one in self.flash.buffer if one["boot"] == self.flash.boot]
        body = {"v": 1, "boot": self.flash.boot, "seq": 0, "t": self.now(), "up": self.up(), "fw": "py-1", "hw": "none"}
        body.update(relay=self.relay(), tamper=False, hotp=self.flash.hotp, input="keypad")
        body["buffered"] = {"fromSeq": own[0], "toSeq": own[-1]} if own else {"fromSeq": 1, "toSeq": 0}
        body.update(keys=[jwk["kid"] for jwk in self.flash.keys], settings=self.flash.settings["no"])
        self.direct("birth", body)

    def pump(self):
        """Some in flight, the oldest first. A PUBACK makes room; it frees nothing."""
        while self.link and self.waiting and len(self.in_flight) < IN_FLIGHT:
            message = self.waiting.pop(0)
            if message in self.flash.buffer:
                self.in_flight[self.publish(message["topic"], message["payload"])] = message

    def taken(self, number):
        self.in_flight.pop(number, None)
        self.pump()

    # What it hears

    def hear(self, topic, payload):
        message = read_json(payload)
        if message is None or message.get("v") != 1:
            return
        if topic == f"{self.root}/down/acks":
            self.free(message)
        elif topic == f"{self.root}/down/commands" and isinstance(message.get("id"), str):
            obey = getattr(self, f"on_{message.get('kind')}", None)
            if obey:
                obey(message["id"], message)
            else:
                self.unknown(message["id"])

    def unknown(self, command):
        self.reply(command, "unsupported")

    def free(self, message):
        ranges = message.get("seqs") or []
        stored = lambda one: one["boot"] == message.get("boot") and any(a <= one["seq"] <= b for a, b in ranges)
        self.flash.buffer = [one for one in self.flash.buffer if not stored(one)]
        self.flash.write()

    def on_time(self, command, message):
        if is_whole(message.get("t")):
            knew, self.epoch = self.epoch is not None, message["t"] - self.up()
            if knew:
                self.sample()

    def on_unlock(self, command, message):
        claims, error = self.judge(message.get("token"))
        if error:
            return self.reply(command, error)
        self.used = {jti: exp for jti, exp in self.used.items() if exp * 1000 > self.now()}
        self.used[claims["jti"]] = claims["exp"]
        until = self.up() + min(claims["until"] * 1000 - self.now(), LONGEST_MS)
        self.give_power(claims["jti"], until, claims["idle"] * 1000, {"kind": "unlock-used"})
        return self.reply(command)

    def judge(self, token):
        payload = open_signed(token, self.keys())
        claims = payload and read_claims(payload)
        if not claims:
            return None, "bad-signature"
        if claims["sub"] != self.chip_no:
            return None, "wrong-chip"
        if claims["boot"] != self.flash.boot:
            return None, "wrong-boot"
        if self.now() is None:
            return None, "no-time"
        if self.now() >= min(claims["exp"], claims["until"]) * 1000:
            return None, "expired"
        if claims["jti"] in self.used:
            return None, "replayed"
        return (claims, None) if claims["outlet"] == 1 else (None, "unsupported")

    def keys(self):
        return read_keys(self.flash.keys) or {}

    def give_power(self, job, until, idle, event):
        """A job that ran makes way without the relay letting go."""
        self.sample()
        self.job = {"id": job, "until": until, "idle": idle, "last_arc": self.up()}
        named = {"job": job, "outlet": 1}
        self.events({**event, **named}, {"kind": "relay-closed", **named})

    def take_power(self):
        if self.job:
            self.sample()
            named, self.job = {**self.of_job(), "outlet": 1}, None
            self.events({"kind": "relay-opened", **named})
            self.sense(0)

    def on_lock(self, command, message):
        if self.job and message.get("job") in (None, self.job["id"]):
            self.take_power()
        self.reply(command)

    def on_resend(self, command, message):
        boot, first, last = (message.get(name) for name in ("boot", "fromSeq", "toSeq"))
        if all(is_whole(value) for value in (boot, first, last)):
            asked = [one for one in self.flash.buffer if one["boot"] == boot and first <= one["seq"] <= last]
            self.waiting = asked + [one for one in self.waiting if one not in asked]
            self.pump()

    def on_configure(self, command, message):
        values = {name: message.get(name) for name in LIMITS}
        if not is_whole(message.get("no")) or not all(self.within(name, value) for name, value in values.items()):
            return self.reply(command, "bad-value")
        if message["no"] > self.flash.settings["no"]:
            self.sample()
            self.flash.settings = {"no": message["no"], **values}
            self.flash.write()
        return self.reply(command, settings=self.flash.settings["no"])

    def within(self, name, value):
        least, most = LIMITS[name]
        return isinstance(value, (int, float)) and not isinstance(value, bool) and least <= value <= most

    def on_keys(self, command, message):
        payload = open_signed(message.get("jws"), self.keys())
        if payload is None:
            return self.reply(command, "bad-signature")
        if payload.get("iss") != "hanan" or not is_whole(payload.get("iat")) or read_keys(payload.get("keys")) is None:
            return self.reply(command, "unsupported")
        if payload["iat"] < self.flash.keys_iat:
            return self.reply(command, "replayed")
        self.flash.keys, self.flash.keys_iat = payload["keys"], payload["iat"]
        self.flash.write()
        return self.reply(command, keys=[jwk["kid"] for jwk in self.flash.keys])

    def on_secret(self, command, message):
        offer = open_signed(message.get("jws"), self.keys())
        if offer is None or offer.get("iss") != "hanan":
            return self.reply(command, "bad-signature")
        if offer.get("sub") != self.chip_no:
            return self.reply(command, "wrong-chip")
        if not is_whole(offer.get("no")) or offer["no"] <= self.flash.secret_no:
            return self.reply(command, "replayed")
        known = self.flash.next
        if not known or (known["no"], known["offered"]) != (offer["no"], offer.get("x")):
            known = self.agree(offer["no"], offer.get("x"))
        if known is None:
            return self.reply(command, "bad-value")
        self.flash.next = known
        self.flash.write()
        return self.reply(command, x=known["answered"])

    def agree(self, no, offered):
        theirs = from_base64url(offered) if isinstance(offered, str) else None
        if theirs is None or len(theirs) != 32:
            return None
        own = os.urandom(32)
        shared = x25519(own, theirs)
        if not any(shared):
            return None
        secret = self.derive(f"hanan-secret-v1:{self.chip_no}:{no}:{to_base64url(shared)}")
        return {"no": no, "offered": offered, "answered": to_base64url(x25519(own)), "secret": secret}

    def derive(self, label):
        return hmac.new(bytes.fromhex(self.flash.secret), label.encode(), hashlib.sha256).hexdigest()

    # One-time codes

    def typed(self, code):
        if self.up() < self.paused_until:
            return
        counter = self.match(code)
        if counter is None:
            self.flash.tries_left = (self.flash.tries_left or TRIES) - 1
            self.paused_until = self.up() + PAUSE_MS if self.flash.tries_left == 0 else 0
            return self.flash.write()
        self.flash.hotp, self.flash.tries_left = counter + 1, TRIES
        self.flash.write()
        hours = int(code[0])
        event = {"kind": "offline-unlock", "hotp": counter + 1, "hours": hours}
        ulid = new_ulid(self.now() or self.up())
        return self.give_power(ulid, self.up() + hours * 3_600_000, OFFLINE_IDLE_MS, event)

    def match(self, code):
        if len(code) != 9 or not code.isdigit() or code[0] not in "12345678":
            return None
        key = bytes.fromhex(self.derive(f"hanan-hotp-v1:{code[0]}"))
        for counter in range(self.flash.hotp, self.flash.hotp + LOOK_AHEAD):
            digest = hmac.new(key, counter.to_bytes(8, "big"), hashlib.sha1).digest()
            at = digest[19] & 15
            number = int.from_bytes(digest[at : at + 4], "big") & 0x7FFFFFFF
            if f"{number % 100_000_000:08d}" == code[1:]:
                return counter
        return None

    # What it does by itself

    def sample_due(self):
        awake = self.job or self.burning()
        return self.sampled_up + self.flash.settings["sampleMs" if awake else "idleSampleMs"]

    def job_due(self):
        if not self.job:
            return float("inf")
        return self.job["until"] if self.burning() else min(self.job["until"], self.job["last_arc"] + self.job["idle"])

    def tick(self):
        self.flow()
        if self.up() >= self.job_due():
            self.take_power()
        if self.up() >= self.sample_due():
            self.sample()

    def secrets(self):
        """What opens the door, what is shown first first."""
        return [self.flash.next["secret"], self.flash.secret] if self.flash.next else [self.flash.secret]

    def password(self, secret):
        return hmac.new(bytes.fromhex(secret), f"hanan-mqtt-v1:{self.chip_no}".encode(), hashlib.sha256).hexdigest()

    def connect(self, make_link):
        """Raises OSError or Refused; the next try shows the other secret after a refusal."""
        secrets = self.secrets()
        secret = secrets[self.refusals % len(secrets)]
        link = make_link()
        try:
            will = json.dumps({"v": 1, "boot": self.flash.boot})
            link.connect(self.chip_no, self.password(secret), f"{self.root}/up/death", will)
        except Refused as refusal:
            self.refusals += refusal.code == 5
            link.close()
            raise
        self.refusals = 0
        if self.flash.next and secret == self.flash.next["secret"]:
            self.flash.secret, self.flash.secret_no, self.flash.next = secret, self.flash.next["no"], None
            self.flash.write()
        link.subscribe(f"{self.root}/down/#")
        self.link, self.in_flight = link, {}
        self.birth()
        self.waiting = list(self.flash.buffer)
        self.pump()

    def disconnected(self):
        if self.link:
            self.link.close()
        self.link, self.in_flight, self.waiting = None, {}, []
