"""What is no person but stands where persons stand: bodies, firms, streets, halls, ships, laws, dates, numbers.

In: the random numbers of the caller and the stock of names, after which streets and firms are called. Out:
unmarked text. Firms and streets bear surnames on purpose: a model must learn that they are no persons.
"""

from collections.abc import Callable
from random import Random

from lakmoes.training.generator.names import NameStock, parted
from lakmoes.training.generator.origins import listed
from lakmoes.training.generator.phrases import lines
from lakmoes.training.generator.persons import capitalised

Thing = Callable[[Random, NameStock], str]

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
DAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()


def _from(name: str) -> Thing:
    return lambda rng, _stock: rng.choice(lines(name))


def bare(rng: Random, stock: NameStock) -> str:
    """A surname as it stands alone."""
    return capitalised(stock.surname(rng))


def core(rng: Random, stock: NameStock) -> str:
    """A surname without interfix."""
    return parted(stock.surname(rng))[1]


def firm(rng: Random, stock: NameStock) -> str:
    """A firm, called after a person, a place or nothing."""
    pattern = rng.choice(lines("firm_patterns"))
    return (
        pattern.replace("[bare]", bare(rng, stock))
        .replace("[core]", core(rng, stock))
        .replace("[other]", bare(rng, stock))
        .replace("[first]", stock.first(rng))
        .replace("[place]", place(rng, stock))
        .replace("[coined]", rng.choice(lines("coined")))
    )


def street(rng: Random, stock: NameStock) -> str:
    """A street, often called after a person."""
    luck = rng.random()
    if luck < 0.45:
        return rng.choice(lines("streets"))
    kind = rng.choice(("straat", "laan", "weg", "plein", "plantsoen", "kade", "hof", "dreef", "singel"))
    if luck < 0.65:
        return f"{core(rng, stock)}{kind}"
    title = rng.choice(
        ("Burgemeester", "Dokter", "Pastoor", "Professor", "Jan", "Prins", "Dominee", "Mr.", "Anna")
    )
    return f"{title} {bare(rng, stock)}{kind}"


def address(rng: Random, stock: NameStock) -> str:
    """A street with its number."""
    return f"{street(rng, stock)} {rng.randint(1, 290)}{rng.choice(('', '', '', '', 'a', 'b', '-2', ' bis'))}"


def hall(rng: Random, stock: NameStock) -> str:
    """A room; many are called after somebody."""
    luck = rng.random()
    if luck < 0.35:
        return f"{rng.choice(('zaal', 'kamer', 'vergaderzaal', 'ruimte'))} {rng.choice(lines('halls'))}"
    if luck < 0.65:
        return f"zaal {bare(rng, stock) if rng.random() < 0.5 else stock.first(rng)}"
    return f"{rng.choice(('kamer', 'zaal', 'ruimte'))} {rng.choice('ABCH')}{rng.randint(0, 9)}.{rng.randint(1, 60):02d}"


def ship(rng: Random, stock: NameStock) -> str:
    """A ship; many bear first names."""
    kind = rng.choice(("ms", "mts", "het schip", "de kotter", "het motorschip", "de sleepboot", "Zr.Ms."))
    name = rng.choice(lines("ships")) if rng.random() < 0.5 else stock.first(rng)
    return f"{kind} {rng.choice((name, f'‘{name}’'))}"


def place(rng: Random, stock: NameStock) -> str:
    """A residence in the Netherlands or a city or country elsewhere."""
    return rng.choice(lines("cities")) if rng.random() < 0.6 else rng.choice(listed("places"))


def date(rng: Random, stock: NameStock) -> str:
    """A date in one of the usual notations."""
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2014, 2025)
    name = MONTHS[month - 1]
    return rng.choice(
        (
            f"{day} {name} {year}",
            f"{day} {name} {year}",
            f"{day} {name}",
            f"{day:02d}-{month:02d}-{year}",
            f"{day}-{month}-{year}",
            f"{rng.choice(DAYS)} {day} {name}",
            f"{day} {name[:3]}" if month != 3 else f"{day} mrt",
        )
    )


def time(rng: Random, stock: NameStock) -> str:
    """A time of day."""
    hour, minute = rng.randint(7, 22), rng.choice((0, 0, 15, 30, 30, 45, 5, 10, 20, 40, 50))
    return f"{hour}{rng.choice('.:')}{minute:02d} uur"


def case(rng: Random, stock: NameStock) -> str:
    """A case at court, with the names of firms or bodies as parties."""
    return f"{rng.choice(lines('coined'))}/{rng.choice(('Staat', 'gemeente', 'Commissie', 'Raad'))}"


def project(rng: Random, stock: NameStock) -> str:
    """A project or programme, sometimes with a first name for name."""
    name = stock.first(rng) if rng.random() < 0.25 else rng.choice(lines("projects"))
    return f"{rng.choice(('project', 'programma', 'traject', 'pilot'))} {name}"


def article(rng: Random, stock: NameStock) -> str:
    """A reference to an article of a law."""
    return f"artikel {rng.randint(1, 160)}{rng.choice(('', '', ', eerste lid,', ', tweede lid,', 'a'))} van de {law(rng, stock)}"


def law(rng: Random, stock: NameStock) -> str:
    """A law, some called after a person."""
    if rng.random() < 0.08:
        return f"Wet {bare(rng, stock)}"
    return rng.choice(lines("laws"))


def amount(rng: Random, stock: NameStock) -> str:
    """An amount of money."""
    value = rng.choice((rng.randint(1, 99) * 50, rng.randint(1, 900) * 1000, rng.randint(10, 99)))
    return f"€ {value:,}".replace(",", ".") + rng.choice(
        ("", "", ",-", ",00", " miljoen" if value < 100 else "")
    )


def number(rng: Random, stock: NameStock) -> str:
    """A number of things, at least two."""
    return str(rng.choice((rng.randint(2, 30), rng.randint(2, 30), rng.randint(30, 900))))


def year(rng: Random, stock: NameStock) -> str:
    """A year."""
    return str(rng.randint(2005, 2026))


def reference(rng: Random, stock: NameStock) -> str:
    """A case number of an office."""
    return rng.choice(("{y}-{n}", "{y}/{n}", "Z{n}-{y}", "DOM-{n}", "{n}", "PL{m}-{y}{n}")).format(
        y=rng.randint(2014, 2025), n=rng.randint(1000, 999999), m=rng.randint(100, 999)
    )


def telephone(rng: Random, stock: NameStock) -> str:
    """A telephone number."""
    digits = "".join(str(rng.randint(0, 9)) for _ in range(8))
    return rng.choice(
        (
            f"06-{digits}",
            f"06 {digits[:4]} {digits[4:]}",
            f"+31 6 {digits[:2]} {digits[2:4]} {digits[4:6]} {digits[6:]}",
            f"070-{digits[:3]} {digits[3:5]} {digits[5:7]}",
            f"088 {digits[:3]} {digits[3:5]} {digits[5:7]}",
            f"0{rng.randint(10, 79)}-{digits[:7]}",
        )
    )


def score(rng: Random, stock: NameStock) -> str:
    """The result of a match."""
    return f"{rng.randint(0, 5)}-{rng.randint(0, 4)}"


THINGS: dict[str, Thing] = {
    "firm": firm,
    "street": street,
    "address": address,
    "hall": hall,
    "ship": ship,
    "place": place,
    "date": date,
    "time": time,
    "case": case,
    "project": project,
    "article": article,
    "law": law,
    "amount": amount,
    "number": number,
    "year": year,
    "reference": reference,
    "telephone": telephone,
    "score": score,
    "nobody": bare,
    "month": lambda rng, _stock: rng.choice(MONTHS),
    "day": lambda rng, _stock: rng.choice(DAYS),
    "organisation": _from("organisations"),
    "abbreviation": _from("abbreviations"),
    "department": _from("departments"),
    "function": _from("functions"),
    "dignitary": _from("dignitaries"),
    "topic": _from("topics"),
    "matters": _from("matters"),
    "task": _from("tasks"),
    "document": _from("documents"),
    "product": _from("products"),
    "club": _from("clubs"),
    "party": _from("parties"),
    "paper": _from("papers"),
    "relation": _from("relations"),
    "school": _from("schools"),
    "verb": _from("speech"),
    "trade": _from("trades"),
    "sportsrole": _from("sports_roles"),
    "flemishplace": _from("flemish_places"),
    "country": _from("countries"),
}
"""Name of a slot to what fills it."""
