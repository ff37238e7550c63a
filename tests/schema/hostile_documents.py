"""Documents that ask for too much: name → (text, code of the refusal). `#` stands for a running number."""


def times(count: int, pattern: str, start: int = 0) -> str:
    return " ".join(pattern.replace("#", str(number)) for number in range(start, start + count))


def in_site(selections: str) -> str:
    return '{ site(key: "nca") { ' + selections + " } } "


def nested(levels: int, opening: str, innermost: str = "key") -> str:
    return opening * levels + innermost + " }" * levels


def multiplied(levels: int, spread: str) -> str:
    """Each fragment spreads the next one ten times: 10**levels fields."""
    fragments = [
        f"fragment F{level} on Site {{ {times(10, spread.replace('NEXT', f'F{level + 1}'))} }}"
        for level in range(levels)
    ]
    return in_site("...F0") + " ".join(fragments) + f" fragment F{levels} on Site {{ key }}"


def chained(count: int) -> str:
    fragments = [f"fragment F{number} on Site {{ ...F{number + 1} }}" for number in range(count)]
    return in_site("...F0") + " ".join(fragments) + f" fragment F{count} on Site {{ key }}"


TOO_MUCH = {
    "ten thousand aliases": ("{ " + times(10_000, 'a#: echo(text: "x")') + " }", "LIMIT_TOKENS"),
    "two hundred aliases": (in_site(times(200, "a#: key")), "LIMIT_ALIASES"),
    "aliases in a fragment that is spread often": (
        in_site(times(12, "same { ...F }")) + "fragment F on Site { " + times(10, "a#: key") + " }",
        "LIMIT_ALIASES",
    ),
    "fragments that multiply": (multiplied(9, "f#: same { ...NEXT }"), "LIMIT_ALIASES"),
    "fragments that multiply without aliases": (multiplied(9, "... on Site { ...NEXT }"), "LIMIT_SELECTIONS"),
    "a long chain of fragments": (chained(300), "LIMIT_DEPTH"),
    "deep fields": (in_site(nested(30, "same { ")), "LIMIT_DEPTH"),
    "fields too deep to parse": (in_site(nested(2_000, "same { ")), "LIMIT_DEPTH"),
    "an unclosed depth": ("{ a " * 900, "LIMIT_DEPTH"),
    "deep inline fragments": (in_site(nested(100, "... on Site { ")), "LIMIT_DEPTH"),
    "deep lists": ("{ search(ids: " + "[" * 900 + "]" * 900 + ") }", "LIMIT_DEPTH"),
    "one field many times": (in_site("key " * 2_000), "LIMIT_REPEATS"),
    "one field in many fragments": (
        in_site(times(60, "...F#")) + times(60, "fragment F# on Site { key }"),
        "LIMIT_REPEATS",
    ),
    "one field many times in a fragment that nobody spreads": (
        in_site("key") + "fragment F on Site { " + "key " * 2_000 + "}",
        "LIMIT_REPEATS",
    ),
    "objects that merge below each other": (in_site((nested(4, "same { ") + " ") * 60), "LIMIT_REPEATS"),
    "many root fields": ("{ " + times(30, 'echo(text: "x")') + " }", "LIMIT_ROOT_FIELDS"),
    "many root fields by fragments": (
        "{ ...F ...F ...F } fragment F on Query { " + times(10, "__typename") + " }",
        "LIMIT_ROOT_FIELDS",
    ),
    "many directives": ("{ __typename " + "@include(if: true) " * 300 + "}", "LIMIT_DIRECTIVES"),
    "many unknown directives": ("{ __typename " + "@x " * 1_000 + "}", "LIMIT_DIRECTIVES"),
    "many variables": ("query (" + times(500, "$v#: Int") + ") { __typename }", "LIMIT_VARIABLES"),
    "many operations": (
        times(100, "query Q# " + in_site("...F " * 5)) + " fragment F on Site { " + "key " * 8 + "}",
        "LIMIT_SELECTIONS",
    ),
    "a huge list": ("{ search(ids: [" + "1 " * 50_000 + "]) }", "LIMIT_TOKENS"),
    "a long list": ("{ search(ids: [" + "1 " * 5_000 + "]) }", "LIMIT_TOKENS"),
    "a long text": ('{ echo(text: "' + "x" * 1_000_000 + '") }', "LIMIT_TOKENS"),
    "many comments": ("{ __typename }" + "#\n" * 5_000, "LIMIT_TOKENS"),
}

UNCLEAR = {
    "a fragment in itself": "{ ...F } fragment F on Query { ...F }",
    "two fragments in each other": "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    "thirty fragments in all of them": "{ ...F0 } "
    + times(30, "fragment F# on Query { " + "".join(f"...F{number} " for number in range(30)) + "}"),
    "a circle that nobody spreads": "{ __typename } fragment F on Query { ...F }",
    "two fragments of one name": "{ ...F } fragment F on Query { __typename } fragment F on Query { ...F }",
}
