from datetime import date

from lakmoes.grounds import ground_book
from lakmoes.letter.content import LetterFacts
from lakmoes.model import InventoryRow, Judgement, Law

WOB, WOO = ground_book(Law.WOB), ground_book(Law.WOO)


def row(number, *grounds, judgement=None, **other):
    assumed = Judgement.PARTLY_PUBLIC if grounds else Judgement.PUBLIC
    values = {"title": f"Stuk {number}", "date": date(2021, 1, number % 28 + 1)} | other
    return InventoryRow(number=number, judgement=judgement or assumed, grounds=grounds, **values)


def facts(*rows, book=WOB, **other):
    values = {
        "body": "Gemeente Voorbeeldstad",
        "title": "Proef met fietspaden",
        "request_number": "2021-0042",
        "request_date": date(2021, 1, 25),
        "decision_date": date(2021, 6, 7),
        "concept": False,
    }
    return LetterFacts(rows=rows, book=book, **(values | other))
