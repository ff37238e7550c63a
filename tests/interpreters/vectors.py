"""What must come out whatever release of Python reads it: {what: [(function, arguments, what comes out)]}.

What comes out is as JSON has it; "raises X" where X is raised. Bytes are written as text in Latin-1 behind "bytes:".
Archives come by their names in `archives.py`.
"""

from typing import Any

Vector = tuple[str, list[Any], Any]

_FORM = "cms.http.form_encoding:decode_form"
_CLIENT = "cms.http.client_address:network_of_host"
_REACHABLE = "cms.webhooks.networks:is_reachable"
_EMAIL = "cms.content.rules.email_address:read_email"
_LINE = "cms.mail.header_lines:shortened_line"
_DATE = "tests.interpreters.probes:date"
_WALL = "tests.interpreters.probes:wall_time"
_LINK = "tests.interpreters.probes:link"
_MAIL = "tests.interpreters.probes:mail_headers"
_INSTANT = "tests.interpreters.probes:instant"
_ZIP = "tests.interpreters.probes:archive"

ADDRESSES: list[Vector] = [
    (_FORM, ["bytes:query=/o-n%C3%A1s", 9], [["query", "/o-nás"]]),
    (_FORM, ["bytes:a=1&b=", 9], [["a", "1"], ["b", ""]]),
    (_FORM, ["bytes:&&a&", 9], [["a", ""]]),
    (_FORM, ["bytes:a+b=c+d%2B", 9], [["a b", "c d+"]]),
    (_FORM, ["bytes:a=1;b=2", 9], [["a", "1;b=2"]]),
    (_FORM, ["bytes:a=%zz%4", 9], [["a", "%zz%4"]]),
    (_FORM, ["bytes:a==b=", 9], [["a", "=b="]]),
    (_FORM, ["bytes:%D0%B8%D0%BC%D0%B5=%E2%82%AC", 9], [["име", "€"]]),
    (_FORM, ["bytes:a=\xc3\xa1", 9], [["a", "á"]]),
    (_FORM, ["bytes:a=%C3", 9], "raises NotUtf8"),
    (_FORM, ["bytes:a=\xff", 9], "raises NotUtf8"),
    (_FORM, ["bytes:a=%ED%A0%80", 9], "raises NotUtf8"),
    (_FORM, ["bytes:a=%00", 9], [["a", "\0"]]),
    (_FORM, ["bytes:a&b&c", 2], "raises TooManyFields"),
    (_FORM, ["bytes:a&b", 2], [["a", ""], ["b", ""]]),
    (_FORM, ["bytes:", 2], []),
    (_CLIENT, ["203.0.113.7:80"], "203.0.113.7"),
    (_CLIENT, ["::ffff:203.0.113.7"], "203.0.113.7"),
    (_CLIENT, ["2001:db8:1:2:3::4"], "2001:db8:1:2::/64"),
    (_CLIENT, ["010.0.0.1"], "010.0.0.1"),
    (_CLIENT, ["fe80::1%eth0"], "fe80::/64"),
    (_REACHABLE, ["93.184.215.14", []], True),
    (_REACHABLE, ["2606:2800:21f:cb07::1", []], True),
    (_REACHABLE, ["127.0.0.1", []], False),
    (_REACHABLE, ["100.64.0.1", []], False),
    (_REACHABLE, ["169.254.169.254", []], False),
    (_REACHABLE, ["192.0.0.9", []], False),
    (_REACHABLE, ["198.18.0.1", []], False),
    (_REACHABLE, ["240.0.0.1", []], False),
    (_REACHABLE, ["::ffff:127.0.0.1", []], False),
    (_REACHABLE, ["::ffff:10.0.0.1", []], False),
    (_REACHABLE, ["64:ff9b::7f00:1", []], False),
    (_REACHABLE, ["64:ff9b:1::1", []], False),
    (_REACHABLE, ["2002:7f00:1::", []], False),
    (_REACHABLE, ["2001:db8::1", []], False),
    (_REACHABLE, ["3fff::1", []], False),
    (_REACHABLE, ["fc00::1", []], False),
    (_REACHABLE, ["fe80::1", []], False),
    (_LINK, ["https://example.org/a?b#c"], True),
    (_LINK, ["https://[2001:db8::1]/"], True),
    (_LINK, ["https://[v1.x]/"], True),
    (_LINK, ["https://[::1/"], False),
    (_LINK, ["https://[example.org]/"], False),
    (_LINK, ["https:///a"], False),
    (_LINK, ["\x01https://example.org/"], False),
    (_LINK, ["https://exa\nmple.org/"], False),
    (_LINK, ["javascript:alert(1)"], False),
    (_LINK, ["//example.org/"], False),
]

EMAIL: list[Vector] = [
    (_EMAIL, [" Jana@Example.ORG "], "jana@example.org"),
    (_EMAIL, ["jana@münchen.example"], "jana@xn--mnchen-3ya.example"),
    (_EMAIL, ["jürgen@klastr.example"], "raises NotAnEmail"),
    (_EMAIL, ["Jana <jana@example.org>"], "raises NotAnEmail"),
    (_EMAIL, ["jana@example.org\nBcc: all@example.org"], "raises NotAnEmail"),
    (_EMAIL, ["a@b"], "raises NotAnEmail"),
    (_LINE, ["Přijato\r\nBcc: all@example.org"], "Přijato Bcc: all@example.org"),
    (_LINE, ["a\u2028b\x85c"], "a b c"),
    (
        _MAIL,
        ["Ана Čapková, „Кластер“", "ana@example.org", "Приета кандидатура " + "ж" * 60],
        ["Ана Čapková, „Кластер“", "ana@example.org", "Приета кандидатура " + "ж" * 60],
    ),
    (_MAIL, ['"Q" \\ (x), <y>', "q@example.org", "Q & A"], ['"Q" \\ (x), <y>', "q@example.org", "Q & A"]),
]
DATES: list[Vector] = [
    (_DATE, ["2023-11-21"], True),
    (_DATE, ["2024-02-29"], True),
    (_DATE, ["2023-02-29"], False),
    (_DATE, ["20231121"], False),
    (_DATE, ["2023-W47-2"], False),
    (_DATE, ["2023-W47-22"], False),
    (_DATE, ["2023-1-1"], False),
    (_DATE, ["२०२३-११-२१"], False),
    (_DATE, ["0001-01-01"], False),
    (_DATE, ["2023-11-21 "], False),
    (_WALL, ["2024-05-31T18:00"], True),
    (_WALL, ["2024-05-31T18:00:00"], True),
    (_WALL, ["2024-05-31T24:00"], False),
    (_WALL, ["2024-05-31T18"], False),
    (_WALL, ["2024-05-31 18:00"], False),
    (_WALL, ["2024-05-31T18:00Z"], False),
    (_WALL, ["2024-05-31T18:60"], False),
    (_INSTANT, ["2024-03-31T02:30", "Europe/Prague"], "2024-03-31T01:30:00+00:00"),
    (_INSTANT, ["2024-10-27T02:30", "Europe/Prague"], "2024-10-27T00:30:00+00:00"),
    (_INSTANT, ["2024-05-31T18:00", "Europe/Sofia"], "2024-05-31T15:00:00+00:00"),
]

ARCHIVES: list[Vector] = [
    (_ZIP, ["good"], "a.txt"),
    (_ZIP, ["names in cyrillic"], "име.txt"),
    (_ZIP, ["cut off"], "raises Invalid"),
    (_ZIP, ["overlapping entries"], "raises Invalid"),
    (_ZIP, ["an entry elsewhere"], "raises Invalid"),
    (_ZIP, ["a wrong checksum"], "raises Invalid"),
    (_ZIP, ["another name inside"], "raises Invalid"),
    (_ZIP, ["an unknown compression"], "raises Invalid"),
    (_ZIP, ["no archive"], "raises Invalid"),
]

VECTORS = {"addresses": ADDRESSES, "e-mail": EMAIL, "dates": DATES, "archives": ARCHIVES}
