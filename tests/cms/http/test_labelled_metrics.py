"""The figures of several processes in one answer."""

import contextlib
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from cms.http import siblings
from cms.http.labelled_metrics import merged
from cms.http.metrics import Metrics
from cms.http.siblings import Siblings

ONE = """# HELP cms_requests_total Requests answered.
# TYPE cms_requests_total counter
cms_requests_total{method="GET",route="/a} b",status="200"} 3.0
# HELP cms_outbox_events Events that wait.
# TYPE cms_outbox_events gauge
cms_outbox_events{state="due"} 4.0
# HELP memory Bytes.
# TYPE memory gauge
memory 5.0
"""
OTHER = ONE.replace(" 3.0", " 30.0").replace(" 4.0", " NaN").replace(" 5.0", " 1.5e+08")


def test_each_series_has_its_process_and_metrics_stay_together() -> None:
    assert merged({2: OTHER, 1: ONE}, asked=1) == (
        "# HELP cms_requests_total Requests answered.\n"
        "# TYPE cms_requests_total counter\n"
        'cms_requests_total{process="1",method="GET",route="/a} b",status="200"} 3.0\n'
        'cms_requests_total{process="2",method="GET",route="/a} b",status="200"} 30.0\n'
        "# HELP cms_outbox_events Events that wait.\n"
        "# TYPE cms_outbox_events gauge\n"
        'cms_outbox_events{state="due"} 4.0\n'
        "# HELP memory Bytes.\n"
        "# TYPE memory gauge\n"
        'memory{process="1"} 5.0\n'
        'memory{process="2"} 1.5e+08\n'
    )


async def test_a_process_answers_with_the_figures_of_all_that_run(tmp_path: Path) -> None:
    metrics = [Metrics("test") for _ in range(2)]
    family = [Siblings(tmp_path, number, 3) for number in (1, 2)]
    async with contextlib.AsyncExitStack() as answering:
        for each, own in zip(family, metrics, strict=True):
            own.share(each)
            await answering.enter_async_context(each.answering())
        text = await family[0].texts()
        labelled = merged({1: metrics[0].own_text().decode(), **text}, 1)

    samples = [sample for found in text_string_to_metric_families(labelled) for sample in found.samples]
    assert {sample.labels["process"] for sample in samples} == {"1", "2"}


async def test_a_text_that_is_too_long_is_left_out_whole(tmp_path: Path) -> None:
    asking, told = (Siblings(tmp_path, number, 2) for number in (1, 2))
    told.tell = lambda: b"x" * (siblings.LONGEST_BYTES + 1)
    async with told.answering():
        assert await asking.texts() == {}
