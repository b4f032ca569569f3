"""The verification report of one file: one page, whatever it says, and the same bytes each time."""

from pathlib import Path

import pymupdf
import pytest

from lakmoes import nl
from lakmoes.model import Check, VerificationReport
from lakmoes.pdf.certificate import Certificate, write_certificate
from lakmoes.verify.report import NAMES


def certificate(*checks: Check, name: str = "07_verslag.pdf") -> Certificate:
    report = VerificationReport(plan_digest="b" * 64, output_sha256="a" * 64, checks=checks)
    return Certificate(file_name=name, report=report, facts={nl.DOCUMENT_FACT: "7", nl.MARKS_FACT: "12"})


def text_of(path: Path) -> str:
    with pymupdf.open(path) as document:
        assert len(document) == 1
        page = document[0]
        assert all(page.rect.contains(word[:4]) for word in page.get_text("words"))
        return " ".join(page.get_text().split())


def test_it_says_what_passed_what_to_look_at_and_what_failed(tmp_path: Path) -> None:
    checks = (
        Check(name="readable", passed=True),
        Check(name="elsewhere", passed=True, places=("bladzijde 2",)),
        Check(name="text-lost", passed=False, places=("bladzijde 3, 10 mm van links en 20 mm van boven",)),
    )
    write_certificate(tmp_path / "a.pdf", certificate(*checks))
    shown = text_of(tmp_path / "a.pdf")
    assert nl.CERTIFICATE_FAILED in shown
    assert f"goed {nl.CHECKS['readable']} let op {nl.CHECKS['elsewhere']} bladzijde 2" in shown
    assert f"fout {nl.CHECKS['text-lost']} bladzijde 3, 10 mm" in shown
    assert "a" * 64 in shown


def test_a_file_that_passed_says_so_and_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write_certificate(tmp_path / name, certificate(*(Check(name=check, passed=True) for check in NAMES)))
    assert nl.CERTIFICATE_PASSED in text_of(tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize("name", ["kort.pdf", "lang-" * 60 + ".pdf", "met spaties " * 20 + ".pdf"])
def test_however_much_fails_it_stays_one_page(tmp_path: Path, name: str) -> None:
    places = tuple(f"bladzijde {page}, 103 mm van links en 204 mm van boven" for page in range(1, 21))
    checks = [Check(name=check, passed=False, places=places) for check in NAMES]
    write_certificate(tmp_path / "a.pdf", certificate(*checks, name=name))
    shown = text_of(tmp_path / "a.pdf")
    assert nl.MORE_PLACES.format(count=19) in shown
    assert nl.CERTIFICATE_FOOT in shown
