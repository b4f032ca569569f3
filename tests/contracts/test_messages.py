"""Every code that can be raised or noted has its Dutch text, and no text is left over."""

import re
import string
from pathlib import Path

import pytest

import lakmoes
from lakmoes.errors import LakmoesError
from lakmoes.nl import ERRORS, NOTES, error_text

SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted(Path(lakmoes.__file__).parent.rglob("*.py"))
    if path.name != "nl.py"
)


OURS = "(?:Lakmoes|Usage|Intake|Dossier|Resource|Detection|Review|Redaction|Verification)Error"


def every_error(kind=LakmoesError):
    for child in kind.__subclasses__():
        yield child
        yield from every_error(child)


@pytest.mark.parametrize("code", sorted(set(re.findall(rf'{OURS}\(\s*"([a-z-]+)"', SOURCE))))
def test_every_error_has_its_message(code):
    assert code in ERRORS


@pytest.mark.parametrize("code", sorted(ERRORS))
def test_no_message_is_left_over(code):
    assert f'"{code}"' in SOURCE


@pytest.mark.parametrize("code", sorted(NOTES))
def test_no_note_is_left_over(code):
    assert f'"{code}"' in SOURCE


@pytest.mark.parametrize("code", sorted(ERRORS))
def test_every_message_says_something_and_ends_as_a_sentence(code):
    names = {name for _, name, _, _ in string.Formatter().parse(ERRORS[code]) if name}
    text = error_text(code, dict.fromkeys(names, "1"))
    assert text[-1] == "."
    assert text[0].isupper() or text.startswith(("dossier.toml", "`"))


def test_exit_codes_are_those_of_the_tree():
    assert {error.__name__: error.exit_code for error in every_error()} == {
        "UsageError": 2,
        "IntakeError": 3,
        "DossierError": 4,
        "ResourceError": 5,
        "DetectionError": 6,
        "ReviewError": 7,
        "RedactionError": 8,
        "VerificationError": 9,
    }
