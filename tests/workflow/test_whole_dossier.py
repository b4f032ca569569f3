"""What only the whole dossier shows: drafts, firms, another subject; from files to suggestions."""

import json

from lakmoes.workflow import Order, Step, run
from tests.dossiers import write_pdf


class Nobody:
    """Sees no progress."""

    def begin(self, stage, documents, pages):
        pass

    def advance(self, pages):
        pass


def suggest_on(folder, out):
    return run(Order(folder=folder, out=out, workers=1), Nobody(), Step.SUGGEST)


NOTE = (
    "De pompen van de sluis zijn versleten en worden voor de zomer door nieuwe vervangen.\n"
    "Het waterschap draagt de helft van de kosten en de gemeente de andere helft.\n"
    "De aannemer begint in maart met het afvoeren van de oude pompen en werkt tot eind april.\n"
    "De scheepvaart ondervindt daarvan hinder op elf dagen."
)


def test_a_draft_is_proposed_for_refusal_and_decided_by_people(tmp_path):
    folder = tmp_path / "stukken"
    folder.mkdir()
    write_pdf(folder / "01_plan_concept.pdf", f"Plan pompen, concept\n\n{NOTE}\nEr volgt nog een tekening.")
    write_pdf(folder / "02_plan.pdf", f"Plan pompen, definitief\n\n{NOTE}\nVastgesteld op 3 mei 2021.")
    outcome = suggest_on(folder, tmp_path / "uit")
    draft, final = json.loads((tmp_path / "uit" / "suggestions.json").read_text(encoding="utf-8"))[
        "documents"
    ]
    assert (draft["proposal"]["decision"], draft["proposal"]["grounds"]) == ("niet openbaar", ["11.1"])
    assert draft["proposal"]["reason"].startswith("conceptversie van 2")
    assert final["proposal"] is None
    assert draft["decision"] == final["decision"] == "openbaar"
    assert any("weigeren als geheel, 11.1 Wob" in remark for remark in outcome.rows[0].remarks)
    assert outcome.rows[1].remarks == ("definitieve versie van 1",)


def test_what_only_the_whole_dossier_shows_is_suggested(tmp_path):
    folder = tmp_path / "stukken"
    folder.mkdir()
    write_pdf(folder / "01_memo.pdf", "Memo\n\nInschrijver Aqualumo B.V. viel af.\nDe pompen zijn oud.")
    write_pdf(folder / "02_memo.pdf", "Memo\n\nAqualumo belt.\n\nLos hiervan: wie speelt orgel in de kerk?")

    def kinds():
        suggest_on(folder, tmp_path / "uit")
        found = json.loads((tmp_path / "uit" / "suggestions.json").read_text(encoding="utf-8"))["documents"]
        return [[(one["text"], one["ground"]) for one in document["suggestions"]] for document in found]

    firm, short = ("Aqualumo B.V.", "10.2.g"), ("Aqualumo", "10.2.g")
    aside = ("Los hiervan: wie speelt orgel in de kerk?", "buiten-reikwijdte")
    assert [firm in kinds()[0], short in kinds()[1], aside in kinds()[1]] == [True, True, True]
    (folder / "dossier.toml").write_text('scope = "het orgel van de kerk"', encoding="utf-8")
    assert [firm in kinds()[0], aside in kinds()[1]] == [True, False]
