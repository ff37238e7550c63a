"""The machinery of the event loop's benchmark: what it times, and what it concludes."""

import asyncio
import time
from collections import Counter

from benchmarks.event_loop.attackers import Attacked
from benchmarks.event_loop.attacks import attacks
from benchmarks.event_loop.callbacks import LABEL, Callbacks, Longest, timed_loop
from benchmarks.event_loop.report import verdicts
from benchmarks.event_loop.run import Plan, Round, Run
from cms.kernel.event_loop import new_event_loop


def computing(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_the_longest_step_of_a_request_is_found_with_its_name() -> None:
    callbacks = Callbacks()

    async def request(name: str, seconds: float) -> None:
        LABEL.set(name)
        await asyncio.sleep(0)
        computing(seconds)
        await asyncio.sleep(0)

    async def both() -> None:
        await asyncio.gather(request("short", 0.0), request("long", 0.05))

    with asyncio.Runner(loop_factory=lambda: timed_loop(new_event_loop(), callbacks)) as runner:
        runner.run(both())
    longest = callbacks.take()

    assert longest.cpu >= 0.05 and longest.wall >= longest.cpu * 0.9
    assert longest.cpu_name.startswith("long: ")
    assert callbacks.take().count == 0


def test_what_a_connection_receives_is_timed() -> None:
    callbacks = Callbacks()

    class Slow(asyncio.Protocol):
        def data_received(self, data: bytes) -> None:
            computing(0.03)
            received.set()

    received = asyncio.Event()

    async def talk() -> None:
        server = await asyncio.get_running_loop().create_server(Slow, "127.0.0.1", 0)
        _reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"x")
        await received.wait()
        writer.close()
        server.close()

    with asyncio.Runner(loop_factory=lambda: timed_loop(new_event_loop(), callbacks)) as runner:
        runner.run(talk())

    assert callbacks.take().cpu >= 0.03


def a_round(busy: float, cpu: float, memory: int) -> Round:
    return Round([0.01] * 100, [busy] * 100, Longest(cpu, "x", cpu, "x", 1), Attacked(Counter()), memory)


def test_each_target_is_judged() -> None:
    good = Run(Plan(), rounds=[a_round(0.039, 0.09, 100)] * 5)
    bad = Run(Plan(), unanswered=1, rounds=[a_round(0.041, 0.11, 100 + 6 * number) for number in range(5)])

    assert [one.is_within for one in verdicts(good)] == [True] * 4
    assert [one.is_within for one in verdicts(bad)] == [False] * 4


def test_a_disturbed_round_does_not_decide_for_visitors() -> None:
    done = Run(Plan(), rounds=[a_round(0.02, 0.01, 100)] * 3 + [a_round(9.0, 0.01, 100)] * 2)

    assert all(one.is_within for one in verdicts(done))


def test_every_hostile_document_and_every_list_of_inputs_is_sent_in_a_text_of_its_own() -> None:
    sent = attacks("session=x")
    names = [one.name for one in sent]

    assert len(names) == len(set(names)) > 150
    assert {"a huge list", "inputs scoreApplication.input.scores", "a large item thirty times"} < set(names)
    assert sent[0].request(1) != sent[0].request(2)
    assert all(name.isascii() for name in names)
