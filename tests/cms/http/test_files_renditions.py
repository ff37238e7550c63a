"""Images at the widths that pages need."""

import asyncio
import io

import httpx
import pytest
from PIL import Image

from cms.files import kept_renditions
from cms.files.renditions import rendition_key
from tests.cms.files import samples
from tests.cms.http.file_site import ID, FileSite

BANNER = samples.image("JPEG", 1500, 1000)


def size(answer: httpx.Response) -> tuple[int, int]:
    return Image.open(io.BytesIO(answer.content)).size


class Renders(list[int]):
    """The widths that were really rendered."""


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Renders:
    widths = Renders()
    render = kept_renditions.render

    def counted(original: bytes, width: int) -> bytes:
        widths.append(width)
        return render(original, width)

    monkeypatch.setattr(kept_renditions, "render", counted)
    return widths


@pytest.mark.parametrize("delivery", ["stream", "redirect"])
async def test_an_image_comes_at_the_width_asked_for(site: FileSite, delivery: str) -> None:
    record = await site.publish(BANNER, "banner.jpg")

    async with site.visited("redirect" if delivery == "redirect" else "stream") as browser:
        answer = await browser.get(f"/files/{ID}/banner.jpg?width=480", follow_redirects=True)

    assert (answer.status_code, size(answer)) == (200, (480, 320))
    assert answer.headers["content-type"] == "image/webp"
    assert answer.headers["content-disposition"] == 'inline; filename="banner.webp"'
    if delivery == "stream":
        assert answer.headers["etag"] == f'"{record.sha256}-480.2"'


@pytest.mark.parametrize(("asked", "step"), [("1", 320), ("500", 640), ("1601", 1920), ("99999", 1920), ("0480", None)])
async def test_other_widths_lead_to_the_next_step_up(site: FileSite, asked: str, step: int | None) -> None:
    await site.publish(BANNER, "banner.jpg")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/banner.jpg?width={asked}")

    expected = (301, f"/files/{ID}/banner.jpg?width={step}") if step else (400, None)
    assert (answer.status_code, answer.headers.get("location")) == expected


async def test_a_wrong_name_keeps_the_width(site: FileSite) -> None:
    await site.publish(BANNER, "banner.jpg")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/old.jpg?width=500")

    assert answer.headers["location"] == f"/files/{ID}/banner.jpg?width=640"


@pytest.mark.parametrize("width", ["", "0", "-1", "abc", "1e3", "640px", "1" * 50, "%ff", "٣٢٠"])
async def test_a_width_that_is_none_is_refused(site: FileSite, width: str) -> None:
    await site.publish(BANNER, "banner.jpg")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/banner.jpg?width={width}")

    assert (answer.status_code, answer.text) == (400, "The width is a number of pixels, such as ?width=640.\n")


async def test_only_images_have_widths(site: FileSite) -> None:
    await site.publish(samples.pdf(), "agenda.pdf")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/agenda.pdf?width=640")

    assert (answer.status_code, answer.text) == (400, "Only images come in other widths: leave ?width= out.\n")


async def test_many_visitors_at_once_cause_one_rendering(site: FileSite, rendered: Renders) -> None:
    await site.publish(BANNER, "banner.jpg")

    async with site.visited() as browser:
        answers = await asyncio.gather(*(browser.get(f"/files/{ID}/banner.jpg?width=640") for _ in range(20)))

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert rendered == [640]


async def test_a_rendition_is_kept_for_other_processes(site: FileSite, rendered: Renders) -> None:
    record = await site.publish(BANNER, "banner.jpg")

    for _ in range(2):
        async with site.visited() as browser:
            assert (await browser.get(f"/files/{ID}/banner.jpg?width=640")).status_code == 200

    assert rendered == [640]
    assert (await site.store.stat(rendition_key(record.sha256, 640))).bytes > 0


async def test_renderings_are_few_at_a_time(site: FileSite, monkeypatch: pytest.MonkeyPatch, rendered: Renders) -> None:
    under_way: list[int] = [0]
    most: list[int] = [0]
    render = kept_renditions.render

    def watched(original: bytes, width: int) -> bytes:
        under_way[0] += 1
        most[0] = max(most[0], under_way[0])
        try:
            return render(original, width)
        finally:
            under_way[0] -= 1

    monkeypatch.setattr(kept_renditions, "render", watched)
    await site.publish(BANNER, "banner.jpg")

    async with site.visited() as browser:
        await asyncio.gather(*(browser.get(f"/files/{ID}/banner.jpg?width={w}") for w in (320, 480, 640, 960, 1280)))

    assert sorted(rendered) == [320, 480, 640, 960, 1280]
    assert most[0] <= kept_renditions.MAX_CONCURRENT


async def test_a_flood_of_renderings_is_put_off(site: FileSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_renditions, "WAITING", 1)
    await site.publish(BANNER, "banner.jpg")

    async with site.visited() as browser:
        answers = await asyncio.gather(*(browser.get(f"/files/{ID}/banner.jpg?width={w}") for w in (320, 480, 640)))

    assert sorted(answer.status_code for answer in answers) == [200, 503, 503]
    assert all("retry-after" in answer.headers for answer in answers if answer.status_code == 503)


async def test_an_image_that_was_damaged_later_is_told_to_be_so(site: FileSite) -> None:
    record = await site.publish(BANNER, "banner.jpg")
    key = f"files/{record.sha256[:2]}/{record.sha256}"
    await site.store.put(key, BANNER[: len(BANNER) // 2], record.mime)

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/banner.jpg?width=640")

    assert answer.status_code == 422
    assert "damaged" in answer.text


async def test_a_protected_image_has_protected_renditions(site: FileSite, rendered: Renders) -> None:
    await site.publish(BANNER, "banner.jpg", "protected")

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/banner.jpg?width=640")

    assert answer.status_code == 401
    assert rendered == []
