from datetime import date

import pytest

from lakmoes.dossier.settings import LabelScheme, LawSource, WholePages, read_settings
from lakmoes.errors import UsageError
from lakmoes.model import GroundsForm, Judgement, LabelPlace, Law

WHOLE = """
law = "wob"
title = "Drones"
request_number = "2021-0042"
request_date = 2021-01-25
decision_date = 2021-06-07
skip = ["README.md", "kladjes/*"]

[[exempt]]
name = "A.B. de Voorbeeld"
role = "hoofdofficier"
aliases = ["Anton"]

[[term]]
text = "Codenaam"
ground = "10.2.g"
compound = true
case = true

[labels]
scheme = "numeric"
codes = { "10.2.e" = "7" }
place = "page"
documents = { "05 nota.pdf" = "document" }

[pages]
running_number = true
start = 100
prefix = "WOO-"
digits = 6

[refusal]
notice = true
pages = "notice"

[review]
second_review = true
pages_seen = true

[inventory]
columns = ["nr", "document"]
judgements = { not_public = "Integraal weigeren" }
grounds = "codes"
"""


def settings_of(folder, text):
    (folder / "dossier.toml").write_text(text, encoding="utf-8")
    return read_settings(folder)


def test_every_key_is_read(tmp_path):
    settings = settings_of(tmp_path, WHOLE)
    assert settings.law is Law.WOB
    assert settings.request_date == date(2021, 1, 25)
    assert settings.exempt[0].aliases == ("Anton",)
    assert settings.term[0].compound
    assert settings.term[0].case
    assert settings.labels.scheme is LabelScheme.NUMERIC
    assert [
        name for name in ("README.md", "kladjes/1.pdf", "1.pdf", "x/README.md") if settings.skips(name)
    ] == [
        "README.md",
        "kladjes/1.pdf",
    ]
    assert settings.labels.codes == {"10.2.e": "7"}
    assert settings.labels.place is LabelPlace.PAGE
    assert settings.labels.documents == {"05 nota.pdf": LabelPlace.DOCUMENT}
    pages = settings.pages
    assert (pages.running_number, pages.start, pages.prefix, pages.digits) == (True, 100, "WOO-", 6)
    assert settings.refusal.notice
    assert settings.refusal.pages is WholePages.NOTICE
    assert settings.review.second_review
    assert settings.review.pages_seen
    assert settings.inventory.columns == ("nr", "document")
    assert settings.inventory.judgements == {Judgement.NOT_PUBLIC: "Integraal weigeren"}
    assert settings.inventory.grounds is GroundsForm.CODES


def test_without_a_file_everything_has_a_default(tmp_path):
    settings = read_settings(tmp_path)
    assert settings.labels.scheme is LabelScheme.ARTICLE
    assert settings.settled_law(None) == (Law.WOB, LawSource.DEFAULT)
    assert not settings.review.second_review
    assert not settings.review.pages_seen
    assert settings.labels.place is LabelPlace.BOX
    assert not settings.pages.running_number
    assert not settings.refusal.notice
    assert settings.refusal.pages is WholePages.BLACK


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        ('lwa = "wob"', "settings-unknown-key", "lwa"),
        ('[[exempt]]\nname = "A"\nrol = "x"', "settings-unknown-key", "exempt.1.rol"),
        ('[labels]\nschema = "article"', "settings-unknown-key", "labels.schema"),
        ('law = "wbo"', "settings-wrong-value", "law"),
        ('[[term]]\ntext = "X"', "settings-wrong-value", "term.1.ground"),
        ('[[term]]\ntext = ""\nground = "10.2.g"', "settings-wrong-value", "term.1.text"),
        ("[review]\nsecond = true", "settings-unknown-key", "review.second"),
        ('[review]\nsecond_review = "misschien"', "settings-wrong-value", "review.second_review"),
        ('[inventory]\nkolommen = ["nr"]', "settings-unknown-key", "inventory.kolommen"),
        ('[inventory]\ngrounds = "wet"', "settings-wrong-value", "inventory.grounds"),
        ('[inventory.judgements]\ngeweigerd = "x"', "settings-wrong-value", "inventory.judgements.geweigerd"),
        ('[inventory.judgements]\npublic = ""', "settings-wrong-value", "inventory.judgements.public"),
        ('request_date = "gisteren"', "settings-wrong-value", "request_date"),
    ],
)
def test_a_wrong_key_is_named(tmp_path, text, code, key):
    with pytest.raises(UsageError) as caught:
        settings_of(tmp_path, text)
    assert (caught.value.code, caught.value.locators["key"]) == (code, key)


def test_a_file_that_is_no_toml_is_refused(tmp_path):
    with pytest.raises(UsageError) as caught:
        settings_of(tmp_path, "law = wob")
    assert caught.value.code == "settings-no-toml"


@pytest.mark.parametrize(
    ("text", "command", "settled"),
    [
        ('law = "wob"', Law.WOO, (Law.WOO, LawSource.COMMAND)),
        ('law = "woo"\ndecision_date = 2020-01-01', None, (Law.WOO, LawSource.SETTINGS)),
        ("decision_date = 2022-04-30", None, (Law.WOB, LawSource.DECISION_DATE)),
        ("decision_date = 2022-05-01", None, (Law.WOO, LawSource.DECISION_DATE)),
        ("request_date = 2023-01-01", None, (Law.WOB, LawSource.DEFAULT)),
    ],
)
def test_what_settles_the_law(tmp_path, text, command, settled):
    assert settings_of(tmp_path, text).settled_law(command) == settled
