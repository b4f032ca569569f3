import re
import shutil

import pytest

from lakmoes.errors import ResourceError, UsageError
from lakmoes.grounds import ground_book, grounds_folder, read_ground_book
from lakmoes.model import FindingKind, GroundType, Law, Treatment
from lakmoes.nl import TO_FILL_IN

WOB = "10.1.a 10.1.b 10.1.c 10.1.d 10.2.a 10.2.b 10.2.c 10.2.d 10.2.e 10.2.f 10.2.g 11.1".split()
WOO = (
    "5.1.1.a 5.1.1.b 5.1.1.c 5.1.1.d 5.1.1.e 5.1.2.a 5.1.2.b 5.1.2.c 5.1.2.d 5.1.2.e 5.1.2.f 5.1.2.g 5.1.2.h"
    " 5.1.2.i 5.1.4 5.1.5 5.1.6 5.2.1 5.4"
).split()
PLATFORM_CODES = set(
    "10.1a 10.1b 10.1c 10.1d 10.2a 10.2b 10.2c 10.2d 10.2e 10.2g 11.1 5.1.1a 5.1.1b 5.1.1c 5.1.1d 5.1.1e"
    " 5.1.2a 5.1.2b 5.1.2c 5.1.2d 5.1.2e 5.1.2f 5.1.2g 5.1.2h 5.1.2i 5.1.5 5.2 5.4".split()
)


@pytest.mark.parametrize(("law", "codes"), [(Law.WOB, WOB), (Law.WOO, WOO)])
def test_each_law_has_its_grounds_in_order(law, codes):
    book = ground_book(law)
    assert [g.code for g in book.grounds if g.type is not GroundType.LABEL] == codes


@pytest.mark.parametrize(
    ("code", "type"),
    [
        ("10.1.c", GroundType.ABSOLUTE),
        ("10.2.e", GroundType.RELATIVE),
        ("11.1", GroundType.RELATIVE),
        ("5.1.1.e", GroundType.ABSOLUTE),
        ("5.1.2.i", GroundType.RELATIVE),
        ("5.1.5", GroundType.RELATIVE),
        ("buiten-reikwijdte", GroundType.LABEL),
    ],
)
def test_absolute_and_relative(code, type):
    law = Law.WOO if code.startswith("5") else Law.WOB
    assert ground_book(law)[code].type is type


@pytest.mark.parametrize(
    ("law", "code", "counterpart"),
    [
        (Law.WOB, "10.1.a", ("5.1.1.a",)),
        (Law.WOB, "10.2.e", ("5.1.2.e",)),
        (Law.WOB, "10.2.f", ("5.1.4",)),
        (Law.WOB, "10.2.g", ("5.1.5", "5.1.2.i", "5.1.2.f")),
        (Law.WOB, "11.1", ("5.2.1",)),
        (Law.WOO, "5.1.1.e", ("10.2.e",)),
        (Law.WOO, "5.1.2.h", ()),
    ],
)
def test_concordance(law, code, counterpart):
    assert ground_book(law)[code].counterpart == counterpart


def test_every_counterpart_exists_in_the_other_law():
    books = {law: ground_book(law) for law in Law}
    for law, other in ((Law.WOB, Law.WOO), (Law.WOO, Law.WOB)):
        for ground in books[law].grounds:
            for code in ground.counterpart:
                assert books[other][code]


def test_platform_codes_are_those_that_the_platform_knows():
    used = {g.platform_code for law in Law for g in ground_book(law).grounds} - {""}
    assert used == PLATFORM_CODES


def test_what_the_law_asks_of_single_grounds_beyond_a_motivation():
    book = ground_book(Law.WOO)
    assert [ground.code for ground in book.grounds if ground.temporary] == ["5.1.4"]
    assert {ground.code: ground.not_with for ground in book.grounds if ground.not_with} == {
        "5.1.5": ("5.1.1", "5.1.2")
    }
    assert [ground.code for ground in book.grounds if ground.formal_deciders] == ["5.2.1"]
    assert {"minister", "gedeputeerde staten", "wethouder"} <= set(book["5.2.1"].formal_deciders)
    assert not any(g.temporary or g.not_with or g.formal_deciders for g in ground_book(Law.WOB).grounds)


def test_old_information_has_a_standard_text_where_the_law_asks_for_one():
    assert "5.3" in ground_book(Law.WOO).age_motivation
    assert TO_FILL_IN in ground_book(Law.WOO).age_motivation
    assert ground_book(Law.WOB).age_motivation == ""


def test_a_text_on_old_information_that_no_ground_asks_for_is_refused(tmp_path):
    folder = tmp_path / "grounds"
    shutil.copytree(grounds_folder(), folder, ignore=shutil.ignore_patterns("lists"))
    path = folder / "motivations.toml"
    path.write_text(path.read_text(encoding="utf-8") + 'wob = "Dit is oud."\n', encoding="utf-8")
    with pytest.raises(ResourceError):
        read_ground_book(folder, Law.WOB)
    assert read_ground_book(folder, Law.WOO).age_motivation


def test_five_years_holds_for_5_1_2_and_5_1_5_and_5_2():
    marked = {g.code for g in ground_book(Law.WOO).grounds if g.five_years}
    assert marked == {code for code in WOO if re.match(r"5\.1\.2|5\.1\.5|5\.2", code)}


@pytest.mark.parametrize("law", Law)
def test_statutory_texts_are_whole_sentences_or_continue_their_opening(law):
    book = ground_book(law)
    for ground in book.grounds:
        text = book.statutory_text(ground.code)
        assert len(text) > 20
        assert text[0].isupper()


@pytest.mark.parametrize("law", Law)
def test_every_kind_leads_to_a_ground_or_stays_readable(law):
    book = ground_book(law)
    for kind in FindingKind:
        policy = book.policy[kind]
        assert policy.keep or kind is FindingKind.TERM or book[policy.ground[law]]


def test_bsn_falls_under_its_own_ground_in_the_woo():
    assert ground_book(Law.WOO).policy[FindingKind.BSN].ground[Law.WOO] == "5.1.1.e"
    assert ground_book(Law.WOB).policy[FindingKind.BSN].ground[Law.WOB] == "10.2.e"


def test_codes_are_ordered_as_in_the_law_without_repeats():
    assert ground_book(Law.WOB).ordered(["11.1", "10.2.e", "10.2.c", "11.1"]) == ("10.2.c", "10.2.e", "11.1")


@pytest.mark.parametrize("law", Law)
def test_every_ground_has_a_standard_motivation_and_a_label_has_none(law):
    book = ground_book(law)
    for ground in book.grounds:
        text = book.motivation(ground.code)
        assert bool(text) is (ground.type is not GroundType.LABEL)
        for paragraph in text.split("\n\n") if text else ():
            assert paragraph == " ".join(paragraph.split())
            assert paragraph[-1] in ".]"
        assert text.count("[") == text.count("]") == text.count(TO_FILL_IN)


@pytest.mark.parametrize("law", Law)
def test_a_motivation_that_needs_facts_asks_for_them_and_that_of_names_needs_none(law):
    book = ground_book(law)
    for ground in book.grounds:
        if ground.type is GroundType.RELATIVE:
            is_of_names = ground.code in ("10.2.e", "5.1.2.e")
            assert (TO_FILL_IN in book.motivation(ground.code)) is not is_of_names


@pytest.mark.parametrize(("law", "other"), [(Law.WOB, "5."), (Law.WOO, "10.")])
def test_a_motivation_names_no_article_of_the_other_law(law, other):
    book = ground_book(law)
    for text in book.motivations.values():
        assert not re.search(rf"artikel {re.escape(other)}", text)


def test_a_motivation_of_an_unknown_ground_is_refused():
    with pytest.raises(UsageError):
        ground_book(Law.WOO).motivation("10.2.e")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('"10.2.e" =', '"10.2.z" =', "wob.10.2.e"),
        ('"10.2.a" =', '"9.1" = "x"\n"10.2.a" =', "wob.9.1"),
        ("[wob]", "[wbo]", "wob"),
    ],
)
def test_motivations_that_do_not_fit_the_law_are_refused(tmp_path, old, new, place):
    folder = tmp_path / "grounds"
    shutil.copytree(grounds_folder(), folder, ignore=shutil.ignore_patterns("lists"))
    text = (folder / "motivations.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "motivations.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ResourceError) as caught:
        read_ground_book(folder, Law.WOB)
    assert caught.value.locators == {"file": "motivations.toml", "place": place}


def test_an_unknown_ground_is_named():
    with pytest.raises(UsageError) as caught:
        ground_book(Law.WOO)["5.1.1.f"]
    assert caught.value.locators["ground"] == "5.1.1.f"


@pytest.mark.parametrize(
    ("score", "treatment"),
    [(0.95, Treatment.REDACT), (0.6, Treatment.REDACT), (0.5, Treatment.ASK), (0.1, None)],
)
def test_scores_lead_to_treatments(score, treatment):
    assert ground_book(Law.WOB).policy[FindingKind.NAME].treatment(score) is treatment


def test_opinions_are_always_asked():
    assert ground_book(Law.WOB).policy[FindingKind.OPINION].treatment(1.0) is Treatment.ASK


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("[kinds.name]", "[kinds.nam]", "kinds.nam"),
        ("redact = 0.6", "redact = 60", "kinds.name.redact"),
        ("[kinds.name]\nwob", "[kinds.name]\nwbo", "kinds.name.wbo"),
        ('wob = "10.2.e"', 'wob = "10.2.z"', "kinds.name.wob"),
    ],
)
def test_a_wrong_policy_is_refused_and_its_place_named(tmp_path, old, new, place):
    folder = tmp_path / "grounds"
    shutil.copytree(grounds_folder(), folder, ignore=shutil.ignore_patterns("lists"))
    policy = (folder / "policy.toml").read_text(encoding="utf-8")
    assert old in policy
    (folder / "policy.toml").write_text(policy.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ResourceError) as caught:
        read_ground_book(folder, Law.WOB)
    assert place in str(caught.value.locators["place"])


def test_a_policy_that_forgets_a_kind_is_refused(tmp_path):
    folder = tmp_path / "grounds"
    shutil.copytree(grounds_folder(), folder, ignore=shutil.ignore_patterns("lists"))
    policy = (folder / "policy.toml").read_text(encoding="utf-8")
    start = policy.index("[kinds.iban]")
    (folder / "policy.toml").write_text(policy[:start] + policy[policy.index("[kinds.address]") :], "utf-8")
    with pytest.raises(ResourceError):
        read_ground_book(folder, Law.WOB)
