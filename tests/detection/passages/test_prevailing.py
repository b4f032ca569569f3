from dataclasses import replace

import pytest

from lakmoes.detection.passages.prevailing import kinds_of, prevailing
from lakmoes.model import FindingKind
from tests.builders import finding_of, page_of

PAGE = page_of("De bus staat om tien uur bij de sluis. De post is er om elf uur. Wie gaat er mee?")
BUS, POST, WHO = "De bus staat om tien uur bij de sluis.", "De post is er om elf uur.", "Wie gaat er mee?"
POLICE, INSPECTORS, STATE = (
    FindingKind.OPERATIONAL,
    FindingKind.INSPECTION,
    FindingKind.STATE_SECURITY,
)


def passage(text, kind, **chances):
    finding = finding_of(PAGE, text, kind)
    told = kinds_of({FindingKind(name): chance for name, chance in chances.items()})
    return replace(finding, evidence=(*finding.evidence, *told))


def kinds(*findings):
    return [finding.kind for finding in prevailing(findings)]


def test_a_doubtful_passage_becomes_what_the_dossier_is_about():
    clear = passage(BUS, POLICE, operational=0.8, inspection=0.05)
    doubtful = passage(POST, INSPECTORS, operational=0.3, inspection=0.4)
    assert kinds(clear, doubtful) == [POLICE, POLICE]


def test_a_clear_one_stays_what_it_is():
    clear = passage(BUS, POLICE, operational=0.6, inspection=0.1)
    other = passage(POST, INSPECTORS, operational=0.02, inspection=0.7)
    assert kinds(clear, other) == [POLICE, INSPECTORS]


def test_long_passages_weigh_more():
    long, short = passage(BUS, STATE, state_security=0.6), passage(WHO, POLICE, operational=0.6)
    doubtful = passage(POST, POLICE, operational=0.4, state_security=0.39)
    assert kinds(long, short, doubtful) == [STATE, POLICE, STATE]


def test_the_score_does_not_change():
    found = [passage(BUS, POLICE, operational=0.5), passage(POST, STATE, operational=0.3, state_security=0.4)]
    assert [finding.score for finding in prevailing(found)] == [finding.score for finding in found]


@pytest.mark.parametrize("kind", [FindingKind.OPINION, FindingKind.NAME, FindingKind.OPERATIONAL])
def test_what_the_classifier_did_not_weigh_stays(kind):
    others = passage(BUS, STATE, state_security=0.9)
    assert kinds(others, finding_of(PAGE, POST, kind)) == [STATE, kind]


def test_nothing_gives_nothing():
    assert prevailing([]) == ()
