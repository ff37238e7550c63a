"""A certified OpenID Connect provider (`oidc-provider` from npm) in a process of its own, and a person's browser at it.

The login form is the provider's own: whoever is named in it is signed in, as far as the provider goes.
"""

import json
import re
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx

from tests.installed_package import NODE, installed_package

HERE = Path(__file__).parent / "oidc_provider"
CALLBACK = "http://cms.test/session/oidc/callback"
PEOPLE = {
    "anna-at-provider": {"email": "anna@example.org", "email_verified": True, "name": "Anna P."},
    "anna-again": {"email": "Anna@Example.org", "email_verified": True, "name": "Another Anna"},
    "unverified": {"email": "anna@example.org", "email_verified": False, "name": "Eve"},
    "nearly-verified": {"email": "anna@example.org", "email_verified": "true", "name": "Eve"},
    "stranger": {"email": "stranger@example.org", "email_verified": True, "name": "Stranger"},
    "nameless": {"name": "No address"},
}


class OidcProcess:
    def __init__(self, port: int = 0, **options: Any) -> None:
        clients = [
            {"client_id": id, "client_secret": f"secret of {id}", "redirect_uris": [CALLBACK]}
            for id in ("cms", "other")
        ]
        setup = {"port": port, "clients": clients, "people": PEOPLE, "options": options}
        command = [str(NODE), str(HERE / "provider.mjs"), str(installed_package(HERE)), json.dumps(setup)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "the provider did not start"
        self.issuer: str = json.loads(line)["issuer"]

    @property
    def port(self) -> int:
        return int(self.issuer.rpartition(":")[2])

    def stop(self) -> None:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()


async def signed_in_there(address: str, person: str) -> str:
    """The address to which the provider sends the browser of this person back, who agrees to everything."""
    async with httpx.AsyncClient() as browser:
        answer = await browser.get(address)
        for _ in range(12):
            if answer.is_redirect:
                target = urljoin(str(answer.url), answer.headers["location"])
                if target.startswith(CALLBACK):
                    return target
                answer = await browser.get(target)
            else:
                answer = await browser.post(_form_of(answer), data=_filled(answer.text, person))
    raise AssertionError(f"the provider did not send the browser back: {answer.text}")


def _form_of(page: httpx.Response) -> str:
    found = re.search(r'<form[^>]+action="([^"]+)"', page.text)
    assert found, page.text
    return urljoin(str(page.url), found[1])


def _filled(page: str, person: str) -> dict[str, str]:
    found = re.search(r'name="prompt" value="(\w+)"', page)
    assert found, page
    return {"prompt": found[1], "login": person, "password": "any"}
