"""As much of MQTT 3.1.1 as a chip needs: one connection, QoS 1 both ways, a will. No threads: `receive` is called when data is there."""

import socket
import ssl
import struct

CONNACK, PUBLISH, PUBACK = 2, 3, 4


class Refused(Exception):
    """The broker's answer to the connect; 5 is a wrong password."""

    def __init__(self, code):
        super().__init__(f"the broker refused: return code {code}")
        self.code = code


def _text(value):
    data = value.encode() if isinstance(value, str) else value
    return struct.pack("!H", len(data)) + data


def _packet(head, body):
    length, size = b"", len(body)
    while True:
        size, rest = divmod(size, 128)
        length += bytes([rest | (128 if size else 0)])
        if not size:
            return bytes([head]) + length + body


class Mqtt:
    def __init__(self, host, port, tls=None, patience=10):
        self.socket = socket.create_connection((host, port), timeout=patience)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if tls is not None:
            self.socket = tls.wrap_socket(self.socket, server_hostname=host)
        self.buffer = b""
        self.packet_id = 0

    def connect(self, client_id, password, will_topic, will, keep_alive=60):
        flags = 0x80 | 0x40 | 1 << 3 | 0x04 | 0x02  # user name, password, will with QoS 1, clean session
        head = _text("MQTT") + bytes([4, flags]) + struct.pack("!H", keep_alive)
        payload = _text(client_id) + _text(will_topic) + _text(will) + _text(client_id) + _text(password)
        self.socket.sendall(_packet(0x10, head + payload))
        while True:
            packets = self._packets()
            if packets:
                head, body = packets[0]
                if head >> 4 != CONNACK or body[1] != 0:
                    raise Refused(body[1] if head >> 4 == CONNACK else -1)
                return
            self._read()

    def subscribe(self, topic):
        self.socket.sendall(_packet(0x82, self._next_id() + _text(topic) + b"\x01"))

    def publish(self, topic, payload, qos=1):
        """Returns the packet's number, which its PUBACK will name."""
        number = self._next_id() if qos else b""
        self.socket.sendall(_packet(0x30 | qos << 1, _text(topic) + number + payload))
        return self.packet_id

    def ping(self):
        self.socket.sendall(b"\xc0\x00")

    def receive(self):
        """What has come: ("message", topic, payload) and ("taken", packet number). Raises OSError where the line is gone."""
        self._read()
        for head, body in self._packets():
            if head >> 4 == PUBACK:
                yield "taken", struct.unpack("!H", body[:2])[0], None
            elif head >> 4 == PUBLISH:
                size = struct.unpack("!H", body[:2])[0]
                topic, rest = body[2 : 2 + size].decode(), body[2 + size :]
                if head & 6:
                    self.socket.sendall(_packet(0x40, rest[:2]))
                    rest = rest[2:]
                yield "message", topic, rest

    def pending(self):
        """Data that TLS has read ahead; `select` does not see it."""
        return isinstance(self.socket, ssl.SSLSocket) and self.socket.pending() > 0

    def close(self):
        self.socket.close()

    def _next_id(self):
        self.packet_id = self.packet_id % 65535 + 1
        return struct.pack("!H", self.packet_id)

    def _read(self):
        data = self.socket.recv(65536)
        if not data:
            raise OSError("the broker ended the connection")
        self.buffer += data

    def _packets(self):
        found = []
        while len(self.buffer) >= 2:
            size, shift, at = 0, 0, 1
            while at < len(self.buffer) and at < 5:
                size |= (self.buffer[at] & 127) << shift
                shift, at = shift + 7, at + 1
                if not self.buffer[at - 1] & 128:
                    break
            else:
                return found
            if len(self.buffer) < at + size:
                return found
            found.append((self.buffer[0], self.buffer[at : at + size]))
            self.buffer = self.buffer[at + size :]
        return found
