from hypothesis import given
from hypothesis import strategies as st

from cms.content.localization import fallback_chain, pick

LOCALES = st.sampled_from(["en", "cs", "bg", "de"])


def test_the_locale_asked_for_comes_first_if_it_is_published() -> None:
    assert fallback_chain("cs", ["en", "bg"], {"en", "cs"}) == ["cs", "en"]


def test_a_fallback_never_shows_a_locale_that_is_not_published() -> None:
    assert fallback_chain("cs", ["en", "bg"], {"bg"}) == ["bg"]


def test_a_locale_outside_the_sites_order_is_not_fallen_back_to() -> None:
    assert fallback_chain("cs", ["en"], {"bg"}) == []


def test_a_text_is_read_in_the_first_locale_that_has_one() -> None:
    assert pick({"en": "Invitation", "cs": "Pozvánka"}, ["cs", "en"]) == ("Pozvánka", "cs")
    assert pick({"en": "Invitation", "cs": ""}, ["cs", "en"]) == ("Invitation", "en")


def test_a_text_in_no_locale_of_the_chain_is_none() -> None:
    assert pick({"bg": "Покана"}, ["cs", "en"]) == (None, None)
    assert pick({"cs": "Pozvánka"}, []) == (None, None)
    assert pick(None, ["cs"]) == (None, None)


@given(asked=LOCALES, order=st.lists(LOCALES), published=st.sets(LOCALES))
def test_the_chain_holds_each_published_locale_of_asked_and_order_once(
    asked: str, order: list[str], published: set[str]
) -> None:
    chain = fallback_chain(asked, order, published)

    assert set(chain) == {asked, *order} & published
    assert len(set(chain)) == len(chain)
    assert not (asked in published and chain[0] != asked)
