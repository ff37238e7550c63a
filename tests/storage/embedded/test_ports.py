"""Each engine gets its port again, or another one when somebody took it."""

import socket
from pathlib import Path

import pytest
from pymongo import AsyncMongoClient

from storage.embedded import embedded_mongodb, open_data_directory, ports
from storage.embedded.ports import port_for


async def test_a_port_is_kept(tmp_path: Path) -> None:
    kept = tmp_path / "ports.json"

    port = await port_for("mongodb", kept)

    assert await port_for("mongodb", kept) == port
    assert await port_for("s3", kept) != port


async def test_a_wanted_port_is_taken_and_kept(tmp_path: Path) -> None:
    wanted = await port_for("s3", tmp_path / "others.json")

    await port_for("mongodb", tmp_path / "ports.json", wanted)

    assert await port_for("mongodb", tmp_path / "ports.json") == wanted


async def test_a_damaged_record_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "ports.json").write_text("{half")

    assert await port_for("s3", tmp_path / "ports.json") in ports.CANDIDATES


async def test_documents_survive_a_change_of_port(tmp_path: Path) -> None:
    with open_data_directory(tmp_path) as directory:
        async with embedded_mongodb(directory, testing=True) as before, AsyncMongoClient(before) as client:
            await client["kept"]["things"].insert_one({"_id": "kept"})
        other_port = await port_for("other", tmp_path / "others.json")

        async with (
            embedded_mongodb(directory, port=other_port, testing=True) as after,
            AsyncMongoClient(after) as client,
        ):
            assert f":{other_port}/" in after
            assert await client["kept"]["things"].distinct("_id") == ["kept"]


async def test_another_port_is_chosen_when_the_last_one_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ports, "WAIT_SECONDS", 0)
    last = await port_for("s3", tmp_path / "ports.json")

    with socket.create_server(("127.0.0.1", last)):
        assert await port_for("s3", tmp_path / "ports.json") != last
