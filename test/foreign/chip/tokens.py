"""What the platform signs: compact JWS with Ed25519 (docs/chip-protocol.md, "Unlock token", "keys" and "secret")."""

import base64
import binascii
import json

from curves import ed25519_verify


def to_base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text):
    """Exactly one spelling is taken: stray bits at the end would be another text for the same bytes."""
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return None
    return data if to_base64url(data) == text else None


def read_json(data):
    try:
        value = json.loads(data)
    except (ValueError, UnicodeDecodeError):
        return None
    return value if isinstance(value, dict) else None


def is_whole(value):
    return isinstance(value, int) and not isinstance(value, bool)


def open_signed(jws, keys):
    """The payload, where one of `keys` (by kid: 32 bytes) has signed it; None for anything else."""
    parts = jws.split(".") if isinstance(jws, str) else []
    if len(parts) != 3:
        return None
    head, body, signature = (from_base64url(part) for part in parts)
    if not head or not body or not signature:
        return None
    header = read_json(head)
    if header is None or header.get("alg") != "EdDSA" or "crit" in header:
        return None
    key = keys.get(header.get("kid"))
    signed = jws.rsplit(".", 1)[0].encode()
    if key is None or not ed25519_verify(key, signed, signature):
        return None
    return read_json(body)


def read_keys(jwks):
    """Keys of a JWK list, by kid; None where it is no list of 1 to 8 Ed25519 keys."""
    if not isinstance(jwks, list) or not 1 <= len(jwks) <= 8:
        return None
    keys = {}
    for jwk in jwks:
        if not isinstance(jwk, dict) or jwk.get("kty") != "OKP" or jwk.get("crv") != "Ed25519":
            return None
        x = from_base64url(jwk["x"]) if isinstance(jwk.get("x"), str) else None
        if x is None or len(x) != 32 or not isinstance(jwk.get("kid"), str):
            return None
        keys[jwk["kid"]] = x
    return keys


NUMBERS = ("iat", "exp", "until", "idle", "boot", "outlet")


def read_claims(payload):
    """The claims of an unlock token; None where one is missing."""
    good = payload.get("iss") == "hanan" and all(isinstance(payload.get(name), str) for name in ("sub", "jti"))
    return payload if good and all(is_whole(payload.get(name)) for name in NUMBERS) else None
