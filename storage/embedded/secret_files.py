"""Secrets made once and kept in a folder that only its owner can read."""

import os
import secrets
from pathlib import Path

SECRET_BYTES = 32


def kept_secret(folder: Path, name: str) -> str:
    """The secret `name` of `folder`: 64 hexadecimal characters, made when it is not there yet."""
    path = folder / name
    if path.exists() and (secret := path.read_text("ascii").strip()):
        return secret
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    secret = secrets.token_hex(SECRET_BYTES)
    _write_private(path, secret)
    return secret


def _write_private(path: Path, text: str) -> None:
    """Whole or not at all: a half-written secret would be taken for a real one after a crash."""
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(unfinished, path)
