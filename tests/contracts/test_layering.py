"""Who may import what: the rules that keep text, boxes, law and libraries apart."""

import ast
import sys
from pathlib import Path

import pytest

import lakmoes

SOURCE = Path(lakmoes.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))

ONLY_IN = {
    "pymupdf": ("pdf",),
    "fontTools": ("pdf",),
    "spacy": ("detection", "training"),
    "thinc": ("detection", "training"),
    "presidio_analyzer": ("detection", "training"),
    "pikepdf": ("verify", "pdf"),
    "pypdfium2": ("verify",),
    "pdfminer": ("verify",),
    "sqlite3": ("dossier",),
    "openpyxl": ("inventory",),
    "docx": ("inventory", "letter"),
    "lxml": ("inventory",),
    "docxtpl": ("letter",),
    "typst": ("inventory",),
    "typer": ("cli",),
    "rich": ("cli",),
    "argon2": ("dossier",),
    "fastapi": ("web",),
    "jinja2": ("letter", "web"),
    "starlette": ("web",),
    "uvicorn": ("web",),
}
NOWHERE = {
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "httpx2",
    "imaplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "tldextract",
    "urllib",
    "urllib3",
    "xmlrpc",
}
ON_THIS_MACHINE = {"detection/language_model.py": {"http"}}
"""The one module that may open a connection, and only to the machine that it runs on."""
FOUNDATION = {"collecting", "errors", "grounds", "model", "nl"}
ALSO = {
    "intake": {"pdf"},  # a file is only a document once it can be opened
    "workflow": None,  # the wiring
    "web": {"workflow"},
    "cli": {"workflow", "web"},
    "training": {"detection", "pdf", "persons"},  # reads what people redacted, measures the whole
    "__main__": None,
}
"""What a part may import beyond the foundation and itself; ``None``: anything but the command line."""


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if not any(f"{node.module}.{alias.name}" == "urllib.parse" for alias in node.names):
                yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules_of(part):
    return [path for path in MODULES if part_of(path) == part]


def part_of(path):
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_libraries_stay_in_their_homes(path):
    names = set(imported(path))
    roots = {name.partition(".")[0] for name in names if not name.startswith("urllib.parse")}
    assert not roots & NOWHERE - ON_THIS_MACHINE.get(path.relative_to(SOURCE).as_posix(), set())
    for library, homes in ONLY_IN.items():
        assert library not in roots or part_of(path) in homes, f"{library} belongs in {homes}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_stages_do_not_know_each_other(path):
    part = part_of(path)
    parts = {name.split(".")[1] for name in imported(path) if name.startswith("lakmoes.")}
    parts &= {other.stem for other in SOURCE.iterdir()}
    allowed = ALSO.get(part, set())
    if allowed is None:
        assert "cli" not in parts or part == "__main__"
    else:
        assert parts <= FOUNDATION | {part} | allowed


def test_the_value_objects_know_the_standard_library_only():
    names = {name for path in modules_of("model") for name in imported(path)}
    others = {name for name in names if not name.startswith("lakmoes.model")}
    assert {name.partition(".")[0] for name in others} <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("name", sorted(FOUNDATION))
def test_the_foundation_does_not_know_the_stages(name):
    names = {name for path in modules_of(name) for name in imported(path)}
    assert {name.split(".")[1] for name in names if name.startswith("lakmoes.")} <= FOUNDATION
