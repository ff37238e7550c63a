"""An account."""

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class Account(Stored):
    """Somebody with an account. Roles: {site key or "*": [role, …]}; `item_roles`: {item id: [role, …]}, on that
    item alone. `locale`: the language of mails to them; `notifications`: whether they get mails about what others
    do, besides those that they need for signing in. Sessions of an earlier `generation` are over. `is_service`: a
    program that works by tokens; its address is made up, and nobody signs in as it."""

    email: str
    name: str
    password_hash: str
    roles: dict[str, list[str]] = {}
    item_roles: dict[str, list[str]] = {}
    locale: str = "en"
    notifications: bool = True
    is_active: bool = True
    is_service: bool = False
    generation: int = 0

    class Settings:
        name = "accounts"
        indexes = [
            IndexModel([("email", ASCENDING)], name="email", unique=True),
            IndexModel([("name", ASCENDING), ("_id", ASCENDING)], name="by_name"),
            IndexModel([("roles.$**", ASCENDING)], name="roles"),
            IndexModel([("item_roles.$**", ASCENDING)], name="item_roles"),
        ]
