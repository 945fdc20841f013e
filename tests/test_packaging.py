"""The wheel carries everything the program needs away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The built wheel, unpacked into an empty folder, as an installer would lay it."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = out.glob("*.whl")
    target = out / "site"
    zipfile.ZipFile(wheel).extractall(target)
    return target


def run(unpacked, tmp_path, *arguments):
    """Run the command line of the unpacked wheel from an empty folder."""
    command = [sys.executable, "-P", "-c", "from timeline.cli import main; main()", *arguments]
    environment = os.environ | {"PYTHONPATH": str(unpacked)}
    return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False)


def test_wheel_ships_the_article_the_lexicons_and_the_assets(unpacked):
    names = {p.relative_to(unpacked).as_posix() for p in unpacked.rglob("*") if p.is_file()}
    assert "timeline/_data/articles/homs-2014-04-22.txt" in names
    assert any(n.startswith("timeline/_data/lexicons/") and n.endswith(".csv") for n in names)
    assert any(n.startswith("timeline/_assets/") and n.endswith(".css") for n in names)
    assert not any(n.startswith(("tests/", "docs/")) for n in names)


def test_wheel_extracts_claims_away_from_the_checkout(unpacked, tmp_path):
    (tmp_path / "news.txt").write_text(
        "Clashes killed at least 12 soldiers in Aleppo on Monday, activists said.\n", "utf-8"
    )
    done = run(unpacked, tmp_path, "extract", "news.txt", "--date", "2014-04-22", "-o", "claims.jsonl")
    assert done.returncode == 0, done.stderr
    assert '"2014-04-21"' in (tmp_path / "claims.jsonl").read_text("utf-8")


def test_wheel_says_its_version(unpacked, tmp_path):
    assert "0.1.0" in run(unpacked, tmp_path, "--version").stdout
