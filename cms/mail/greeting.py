"""How a mail greets whoever gets it: by name, or without one where none is known."""

GREETINGS = {
    "en": ("Hello {name},", "Hello,"),
    "cs": ("Dobrý den, {name},", "Dobrý den,"),
    "bg": ("Здравейте, {name},", "Здравейте,"),
}
"""{language: (by name, without one)}"""


def known_name(name: str) -> str:
    """The name on one line; "" where an address stands for one, as in mails that were queued until November 2026."""
    words = " ".join(name.split())
    return "" if "@" in words else words


def greeting(name: str, locale: str) -> str:
    by_name, without = GREETINGS[locale]
    known = known_name(name)
    return by_name.replace("{name}", known) if known else without
