"""The table of docs/security.md names tests that exist."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs" / "security.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("|") and "`tests/" in line
]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)(?:\[([\w-]+)\])?`")


def functions_in(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def strings_in(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {
        key.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    }


def test_the_table_is_there():
    assert len(ROWS) > 50


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_channel_names_a_test_that_exists(row):
    channel, done, test, result = row
    assert all((channel, done, result))
    path, name, case = NAMED.fullmatch(test).groups()
    assert name in functions_in(path)
    assert case is None or case in strings_in(path)


def test_every_case_stands_in_the_table():
    listed = {NAMED.fullmatch(row[2])[3] for row in ROWS if "test_gone.py" in row[2]}
    tree = ast.parse((ROOT / "tests/pdf/test_gone.py").read_text(encoding="utf-8"))
    (cases,) = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") == "CASES"
    )
    assert {key.value for key in cases.keys} == listed
