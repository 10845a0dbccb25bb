"""Runs a chip: connection, standard input and its own clock in one loop."""

import argparse
import json
import os
import random
import select
import ssl
import sys
import time
from urllib.parse import urlsplit

from chip import Chip
from flash import Flash
from mqtt import Mqtt, Refused

LONGEST_PAUSE_S = 60
KEEP_ALIVE_S = 60


def bench(chip, line):
    """What somebody does to the machine."""
    word, _, rest = line.strip().partition(" ")
    if word == "strike" and chip.relay() == "closed":
        chip.sense(float(rest or 150))
    elif word == "release":
        chip.sense(0)
    elif word == "type":
        chip.typed(rest)
    elif word == "event":
        chip.events({"kind": rest})


def run(chip, make_link, first_pause):
    pause, try_at, typed = first_pause, 0.0, b""
    while True:
        if not chip.link and time.monotonic() >= try_at:
            try:
                chip.connect(make_link)
                pause = first_pause
            except (OSError, Refused) as fault:
                print(fault, file=sys.stderr, flush=True)
                chip.disconnected()
                try_at = time.monotonic() + pause * random.uniform(0.75, 1.25)
                pause = min(pause * 2, LONGEST_PAUSE_S)
        listening = [0] + ([chip.link.socket] if chip.link else [])
        wait = max(0, min(chip.sample_due(), chip.job_due()) - chip.up()) / 1000
        wait = 0 if chip.link and chip.link.pending() else min(wait, 0.05 if not chip.link else 1)
        ready, _, _ = select.select(listening, [], [], wait)
        if 0 in ready:
            data = os.read(0, 4096)
            if not data:
                return
            *lines, typed = (typed + data).split(b"\n")
            for line in lines:
                bench(chip, line.decode())
        try:
            if chip.link and (chip.link.socket in ready or chip.link.pending()):
                for what, first, second in chip.link.receive():
                    chip.taken(first) if what == "taken" else chip.hear(first, second)
            chip.tick()
            if chip.link and time.monotonic() - chip.last_sent > KEEP_ALIVE_S / 2:
                chip.last_sent = time.monotonic()
                chip.link.ping()
        except OSError as fault:
            print(fault, file=sys.stderr, flush=True)
            chip.disconnected()
            try_at = time.monotonic() + first_pause * random.uniform(0.75, 1.25)


def main(kinds):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mqtt", default="mqtt://127.0.0.1:1883", help="mqtt:// or mqtts://")
    parser.add_argument("--chip", required=True, help="chip number")
    parser.add_argument("--secret", required=True, help="64 hex digits, as the factory wrote them")
    parser.add_argument("--keys", required=True, help="file with the platform's public keys, a JWK set")
    parser.add_argument("--flash", help="file that is kept over restarts")
    parser.add_argument("--pause", type=float, default=1, help="seconds before the first new try to connect")
    parser.add_argument("--ca", help="certificates to believe, for mqtts://")
    parser.add_argument("--cert", help="client certificate and key, one PEM file")
    parser.add_argument("--fault", choices=sorted(kinds), default="none", help="one thing that is wrong with it")
    options = parser.parse_args()
    url = urlsplit(options.mqtt)
    tls = None
    if url.scheme == "mqtts":
        tls = ssl.create_default_context(cafile=options.ca)
        if options.cert:
            tls.load_cert_chain(options.cert)
    with open(options.keys, encoding="utf-8") as file:
        keys = json.load(file)["keys"]
    flash = Flash(options.flash, options.secret, keys)
    port = url.port or (8883 if tls else 1883)
    run(kinds[options.fault](options.chip, flash), lambda: Mqtt(url.hostname, port, tls), options.pause)


if __name__ == "__main__":
    main({"none": Chip})
