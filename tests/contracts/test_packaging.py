"""What is in the wheel: all that is needed to work without the repository and without a network."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LARGEST = 40 * 1024 * 1024


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_law_lists_and_model_travel_with_the_package(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {f"lakmoes/_grounds/{name}.toml" for name in ("wob", "woo", "policy", "motivations")} <= names
    assert any(name.startswith("lakmoes/_grounds/lists/") and name.endswith("items.txt") for name in names)
    assert "lakmoes/detection/model/config.cfg" in names
    assert {"lakmoes/py.typed", "lakmoes/inventory/list.typ"} <= names


def test_the_wheel_is_small_and_holds_no_tests_or_samples(wheel):
    assert wheel.stat().st_size < LARGEST
    with zipfile.ZipFile(wheel) as archive:
        roots = {name.partition("/")[0] for name in archive.namelist()}
    assert roots == {"lakmoes", next(root for root in roots if root.endswith(".dist-info"))}


def test_a_list_says_where_it_comes_from():
    for folder in (ROOT / "grounds" / "lists").iterdir():
        assert (folder / "SOURCE.md").is_file(), folder.name
        assert (folder / "items.txt").is_file(), folder.name
