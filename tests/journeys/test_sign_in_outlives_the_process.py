"""Signing in to the program itself, which is killed in between: sessions, second factors and slowed guesses stay."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from pyotp.totp import TOTP

from tests.journeys.cms_process import CmsProcess

EMAIL = "editor@example.org"
VIEWER = "{ viewer { email secondFactor { recoveryCodesLeft } } }"
BEGIN = "mutation ($p: String) { beginSecondFactor(input: {password: $p}) { enrolment { secret } } }"
CONFIRM = "mutation ($c: String!) { confirmSecondFactor(input: {code: $c}) { recoveryCodes } }"


def manage(browser: httpx.Client, query: str, **variables: Any) -> Any:
    answer = browser.post("/management/graphql", json={"query": query, "variables": variables}).json()
    assert "errors" not in answer, answer
    return answer["data"]


def enrol(browser: httpx.Client, password: str) -> list[str]:
    secret = manage(browser, BEGIN, p=password)["beginSecondFactor"]["enrolment"]["secret"]
    return manage(browser, CONFIRM, c=TOTP(secret).at(datetime.now(UTC)))["confirmSecondFactor"]["recoveryCodes"]


def test_killing_the_program_lets_nobody_in_and_throws_nobody_out(tmp_path: Path) -> None:
    cms = CmsProcess(tmp_path / "data", "--demo")
    found = re.search(rf"{EMAIL}\s+(\S+)", cms.said)
    assert found, cms.said
    right, wrong = {"email": EMAIL, "password": found[1]}, {"email": EMAIL, "password": "a guess"}
    with httpx.Client(base_url=cms.url, timeout=60) as browser:
        assert browser.post("/session", json=right).status_code == 200
        codes = enrol(browser, found[1])
        challenge = httpx.post(f"{cms.url}/session", json=right).json()["error"]["challenge"]
        guesses = [httpx.post(f"{cms.url}/session", json=wrong, timeout=60).status_code for _ in range(12)]
        cookies = dict(browser.cookies)
    assert guesses[0] == 401 and guesses[-1] == 429

    cms.kill()
    cms = CmsProcess(tmp_path / "data", "--demo")

    with httpx.Client(base_url=cms.url, timeout=60, cookies=cookies) as browser:
        seen = manage(browser, VIEWER)["viewer"]
        assert seen == {"email": EMAIL, "secondFactor": {"recoveryCodesLeft": 10}}
        entered = httpx.post(f"{cms.url}/session/code", json={"challenge": challenge, "code": codes[0]}, timeout=60)
        assert entered.json()["person"]["email"] == EMAIL
        assert browser.delete("/session").status_code == 200
        assert browser.get("/session").json()["person"] is None
    assert "a guess" not in cms.said and cookies["cms_session"] not in cms.said
    assert cms.stop() == 0
