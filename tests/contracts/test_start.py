"""A command answers at once: what is heavy is only loaded by the command that needs it."""

import subprocess
import sys

HEAVY = (
    "spacy",
    "presidio_analyzer",
    "pymupdf",
    "pikepdf",
    "pypdfium2",
    "openpyxl",
    "docx",
    "pydantic",
    "numpy",
    "phonenumbers",
)


def test_help_loads_nothing_heavy():
    program = (
        "import sys; sys.argv = ['lakmoes', '--help']\n"
        "from lakmoes.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print('LOADED', sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert "run" in result.stdout
    assert result.stdout.splitlines()[-1] == "LOADED []"
