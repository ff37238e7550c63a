"""Where a browser is sent after it was somewhere else."""

from urllib.parse import urljoin, urlsplit

from hypothesis import example, given
from hypothesis import strategies as st

from cms.http.oidc import local_path

HERE = "https://cms.example.org/session/oidc/callback"
pieces = st.sampled_from(
    ["/", "\\", "//", "evil.example", "@", ":", "http:", "javascript:", "\t", "\n", "\x00", "%2f", "?", "#", "["]
)


@given(st.one_of(st.text(max_size=60), st.lists(pieces, max_size=8).map("".join)))
@example("/\t/evil.example")
@example("/[")
@example("//[")
@example("/\x1f/evil.example")
def test_it_stays_on_this_host_however_a_browser_reads_it(path: str) -> None:
    kept = local_path(path)
    as_browsers_do = kept.replace("\\", "/").replace("\t", "").replace("\n", "").replace("\r", "").strip("\x00 ")

    assert kept.startswith("/") and urlsplit(urljoin(HERE, as_browsers_do)).netloc == "cms.example.org"
