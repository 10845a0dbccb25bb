"""What a chip keeps over a power cut, in one file that is written whole or not at all. A real chip waits for its flash, too."""

import json
import os


class Flash:
    def __init__(self, file, secret_hex, jwks):
        self.file = file
        self.boot, self.hotp, self.tries_left = 0, 0, 5
        self.secret, self.secret_no, self.next = secret_hex, 1, None
        self.keys, self.keys_iat = jwks, 0
        self.settings = {"no": 0, "sampleMs": 10000, "idleSampleMs": 60000, "arcFromA": 5, "arcPauseMs": 200}
        self.buffer = []
        if file and os.path.exists(file):
            with open(file, encoding="utf-8") as kept:
                self.__dict__.update(json.load(kept), file=file)

    def write(self):
        if not self.file:
            return
        with open(f"{self.file}.new", "w", encoding="utf-8") as new:
            json.dump({name: value for name, value in self.__dict__.items() if name != "file"}, new)
        os.replace(f"{self.file}.new", self.file)
