"""Figures of several processes in one answer: each series with the process it is of."""

import re
from collections.abc import Mapping

OF_ALL = "cms_outbox_"
"""Read from the database, so the same in all processes: those of the one that was asked are enough."""
_SAMPLE = re.compile(r"(?P<name>[A-Za-z_:][\w:]*)(?:\{(?P<labels>.*)\})? (?P<value>\S+)")
_Families = dict[str, tuple[list[str], list[str]]]


def merged(texts: Mapping[int, str], asked: int) -> str:
    """`texts`: what each process answers, in the text format of Prometheus; processes count from 1. Metrics stay
    together with what is said of them once."""
    families: _Families = {}
    for process in sorted(texts):
        for family, (about, samples) in _families(texts[process]).items():
            _about, all_samples = families.setdefault(family, (about, []))
            if not family.startswith(OF_ALL):
                all_samples += [_labelled(sample, process) for sample in samples]
            elif process == asked:
                all_samples += samples
    return "".join(f"{line}\n" for about, samples in families.values() for line in (*about, *samples))


def _families(text: str) -> _Families:
    """{name: (lines about it, its samples)}"""
    families: _Families = {}
    samples: list[str] = []
    for line in text.splitlines():
        if line.startswith("# "):
            about, samples = families.setdefault(line.split(" ", 3)[2], ([], []))
            about.append(line)
        elif line:
            samples.append(line)
    return families


def _labelled(sample: str, process: int) -> str:
    found = _SAMPLE.fullmatch(sample)
    assert found, sample
    labels = ",".join(filter(None, (f'process="{process}"', found["labels"])))
    return f"{found['name']}{{{labels}}} {found['value']}"
