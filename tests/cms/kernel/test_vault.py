"""Values sealed with the secret key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.kernel.vault import Vault

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
vault = Vault("s" * 32)


@given(purpose=texts, about=texts, text=texts)
def test_what_is_sealed_opens_again(purpose: str, about: str, text: str) -> None:
    sealed = vault.seal(purpose, about, text)

    assert vault.open(purpose, about, sealed) == text
    assert Vault("s" * 32).open(purpose, about, sealed) == text
    assert vault.seal(purpose, about, text) != sealed


@given(text=texts, place=st.integers(0, 10_000), change=st.integers(1, 255))
def test_what_was_changed_does_not_open(text: str, place: int, change: int) -> None:
    raw = bytearray(vault.seal("a", "b", text).encode())
    place %= len(raw.rstrip(b"="))
    raw[place] ^= change
    opened = vault.open("a", "b", raw.decode("latin-1"))

    assert opened is None or (opened == text and place == len(raw.rstrip(b"=")) - 1)  # bits of base64 that mean nothing


@pytest.mark.parametrize(
    ("purpose", "about", "key"),
    [("x", "b", "s" * 32), ("a", "x", "s" * 32), ("a", "b", "t" * 32), ("ab", "", "s" * 32)],
)
def test_a_seal_holds_for_one_purpose_one_thing_and_one_key(purpose: str, about: str, key: str) -> None:
    assert Vault(key).open(purpose, about, vault.seal("a", "b", "text")) is None


@pytest.mark.parametrize("sealed", ["", "x", "AAAA", "Ž", "=" * 50, "A" * 5000])
def test_nonsense_does_not_open(sealed: str) -> None:
    assert vault.open("a", "b", sealed) is None


def test_digests_depend_on_key_and_purpose() -> None:
    digests = {Vault(key * 32).digest(purpose, text) for key in "st" for purpose in "ab" for text in "xy"}

    assert len(digests) == 8 and vault.digest("a", "x") in digests


def test_a_vault_without_a_key_says_so() -> None:
    with pytest.raises(ValueError, match="without a secret key"):
        Vault("").seal("a", "b", "text")
    assert "sss" not in repr(vault)
