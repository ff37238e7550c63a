"""A kind of field that somebody adds by the recipe of docs/architecture.md is one class: nobody else has to know it."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

from storage.embedded import S3Address
from tests.recipes.kind_of_field_walk import arguments
from tests.recipes.phones import MODULE, declare_hotlines

ROOT = Path(__file__).parents[2]
SHOWN = [{"title": "Linka", "number": "+420123456789", "advice": "+420222222222"}]


async def test_one_class_goes_through_everything(tmp_path: Path, mongodb_url: str, s3: S3Address) -> None:
    declare_hotlines(tmp_path)

    command = [sys.executable, "-m", "tests.recipes.kind_of_field_walk", *arguments(mongodb_url, s3)]
    path = os.pathsep.join([str(ROOT), str(tmp_path)])
    environment = {**os.environ, "PYTHONPATH": path, "CMS_CONTENT_TYPES": MODULE}
    process = await asyncio.create_subprocess_exec(*command, env=environment, stdout=PIPE, stderr=PIPE)
    said, complained = await process.communicate()

    assert said, complained.decode()
    assert json.loads(said.splitlines()[-1]) == {
        "form": ["Text", True, {"max_length": 16}],
        "refused": [["number", "NOT_A_PHONE"]],
        "stored": "+421123456789",
        "stops publication": [["number", "ABROAD"]],
        "compared": [["number", [["equal", "+"], ["delete", "421"], ["insert", "420"], ["equal", " 123 456 789"]]]],
        "to translate": [["advice", "missing", "+420222222222"]],
        "delivered": SHOWN,
        "filtered out": [],
        "after import": SHOWN,
    }
