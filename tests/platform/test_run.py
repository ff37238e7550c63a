"""`python3 run.py`: installs once, recovers from a broken installation, and hands over to the CMS."""

import ast
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.platform.project import ROOT, Project


def test_first_start_installs_and_starts_the_cms_with_demo_content(project: Project) -> None:
    first = project.run()

    assert first.returncode == 0, first.stderr
    assert "Installing into" in first.stdout
    assert "cms tiny 1.0 serve --demo\n" in first.stdout


def test_second_start_installs_nothing(installed_project: Project) -> None:
    second = installed_project.run()

    assert second.stdout.startswith("cms tiny 1.0 serve --demo\n")
    assert second.stderr == ""


def test_options_are_passed_on(installed_project: Project) -> None:
    told = installed_project.run("--port", "8123", "--host", "0.0.0.0", "--data-dir", "elsewhere", "--no-demo").stdout

    assert told.startswith("cms tiny 1.0 serve --port 8123 --host 0.0.0.0 --data-dir elsewhere\n")


def test_other_commands_are_those_of_the_cms(installed_project: Project) -> None:
    assert installed_project.run("schema", "print", "--check").stdout.startswith("cms tiny 1.0 schema print --check\n")


def test_it_starts_from_any_folder_and_keeps_data_beside_run_py(installed_project: Project, tmp_path: Path) -> None:
    (tmp_path / "cms").mkdir()

    told = installed_project.run(cwd=tmp_path).stdout

    assert f"data {installed_project.root / 'data'} from {tmp_path}\n" in told


@pytest.mark.parametrize("wrong", [("--port", "http"), ("--nonsense",)])
def test_a_wrong_option_is_refused_before_anything_is_installed(project: Project, wrong: tuple[str, ...]) -> None:
    refused = project.run(*wrong)

    assert refused.returncode == 2
    assert "error:" in refused.stderr
    assert not (project.root / ".venv").exists()


def test_help_says_what_there_is(project: Project) -> None:
    told = project.run("--help").stdout

    assert all(text in told for text in ("--port", "--host", "--data-dir", "--no-demo", "run.py test"))


def test_a_changed_lock_is_installed(project: Project) -> None:
    project.run()
    project.lock("2.0")

    assert "cms tiny 2.0 serve" in project.run().stdout


def test_an_interrupted_installation_is_made_again(project: Project) -> None:
    project.run()
    (project.root / ".venv" / "installed.json").unlink()
    next((project.root / ".venv").rglob("tiny.py")).unlink()

    assert "cms tiny 1.0 serve" in project.run().stdout


def test_an_environment_without_its_python_is_made_again(project: Project) -> None:
    project.run()
    shutil.rmtree(project.root / ".venv" / "bin")

    assert "cms tiny 1.0 serve" in project.run().stdout


def test_a_moved_project_is_installed_again(project: Project, tmp_path: Path) -> None:
    project.run()
    moved = tmp_path / "moved"
    project.root.rename(moved)
    project.root, project.index = moved, moved / "index"

    assert "cms tiny 1.0 serve" in project.run().stdout


def test_a_package_with_another_hash_is_refused_with_advice_and_the_next_start_recovers(project: Project) -> None:
    right = (project.root / "requirements" / "run.txt").read_text()
    (project.root / "requirements" / "run.txt").write_text(f"tiny==1.0 --hash=sha256:{'0' * 64}\n")

    refused = project.run()

    assert refused.returncode == 1
    assert "Check the network, its proxy and the package index set for pip" in refused.stderr
    assert "Traceback" not in refused.stderr
    (project.root / "requirements" / "run.txt").write_text(right)
    assert "cms tiny 1.0 serve" in project.run().stdout


def test_tests_and_cms_share_one_installation(project: Project) -> None:
    """What `test` installed contains what the CMS needs."""
    assert project.run("install").returncode == 0

    assert "Installing" not in project.run().stdout


def test_two_commands_at_once_do_not_disturb_each_other(project: Project) -> None:
    with project.started() as one, project.started() as other:
        for process in (one, other):
            told, complained = process.communicate(timeout=120)
            assert "cms tiny 1.0 serve --demo\n" in told, complained


def test_a_checkout_that_cannot_be_written_is_refused_with_advice(project: Project) -> None:
    (project.root / ".tools").write_text("a file in place of the folder")

    refused = project.run()

    assert refused.returncode == 1
    assert "use a checkout in a folder of your own" in refused.stderr


def test_ctrl_c_stops_the_cms_in_order(installed_project: Project) -> None:
    with installed_project.started("worker", "--wait") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "cms tiny 1.0 worker --wait\n"
        process.stdout.readline()

        process.send_signal(signal.SIGINT)

        assert process.communicate(timeout=30)[0] == "stopped in order\n"


def test_old_pythons_can_read_run_py() -> None:
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 6))


def test_an_old_python_is_refused_with_advice() -> None:
    pretend = "import sys, runpy; sys.hexversion, sys.version_info = 0x030A0000, (3, 10, 0); sys.argv = ['run.py']; "
    command = [sys.executable, "-c", f"{pretend}runpy.run_path('run.py', run_name='__main__')"]

    refused = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)

    assert refused.returncode == 1
    assert refused.stderr.startswith(
        "Cluster CMS needs Python 3.11 or newer and this is Python 3.10.0: install a newer"
    )
