"""Migration: addresses with letters beyond ASCII in their domain are known by the ASCII form of it."""

import idna

from storage.migrations import Migration
from storage.mongo import Mongo

UNIQUE = ("accounts", "applicants")
NOT_ASCII = {"email": {"$regex": r"@.*[^\x00-\x7F]"}}


async def _apply(mongo: Mongo) -> None:
    """Where somebody else has the ASCII form already, the older spelling stays as it is."""
    for name in (*UNIQUE, "applications"):
        collection = mongo.db[name]
        async for document in collection.find(NOT_ASCII, {"email": 1}):
            known = _known(document["email"])
            is_free = name not in UNIQUE or await collection.find_one({"email": known}, {"_id": 1}) is None
            if known and is_free:
                await collection.update_one({"_id": document["_id"]}, {"$set": {"email": known}})


def _known(email: str) -> str | None:
    local, _at, domain = email.rpartition("@")
    try:
        return f"{local}@{idna.encode(domain, uts46=True).decode()}"
    except (idna.IDNAError, UnicodeError):
        return None


EMAIL_DOMAINS = Migration("0001 domains of e-mail addresses in ASCII", _apply)
