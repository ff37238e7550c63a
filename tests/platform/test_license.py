"""The licence that the metadata names is the one whose text is there."""

import tomllib

from tests.platform.project import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_the_licence_of_the_metadata_lies_beside_it_in_full() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")

    assert (PROJECT["license"], PROJECT["license-files"]) == ("EUPL-1.2", ["LICENSE"])
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert "15.Applicable Law" in text
    assert "‘Compatible Licences’ according to Article 5 EUPL" in text
