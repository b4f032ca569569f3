"""Letters of offices and of citizens, and forms.

In: a scene. Out: drafts of letters with address block, salutation and signature, and of filled-in forms.
"""

from lakmoes.model import DocumentKind
from lakmoes.training.generator.addresses import OUTSIDE, personal
from lakmoes.training.generator.drafts import Draft
from lakmoes.training.generator.filling import sentence_case
from lakmoes.training.generator.persons import Person
from lakmoes.training.generator.scene import Scene

ENDINGS = ("Hoogachtend,", "Met vriendelijke groet,", "Met de meeste hoogachting,", "Vertrouwend u voldoende te hebben geïnformeerd,")  # fmt: skip


def official_letter(scene: Scene) -> Draft:
    """A letter of an office to a citizen, a firm or a parliament."""
    reader, writer = scene.people(2)
    blocks = [
        sentence_case(scene.say("{organisation}")),
        _addressee(scene, reader),
        *_particulars(scene, writer),
    ]
    blocks.append(_salutation(scene, reader))
    for _ in range(scene.rng.randint(2, 6)):
        blocks.append(
            scene.paragraph("letter", "letter", "citizenless", "memoless", "legal", least=1, most=4)
        )
    blocks += [scene.pick(ENDINGS), _signed(scene, writer)]
    return Draft(kind=DocumentKind.LETTER, blocks=blocks)


def _addressee(scene: Scene, reader: Person) -> str:
    address = scene.say("{address}")
    place = scene.say(f"{scene.rng.randint(1000, 9999)} {scene.pick(('AB', 'XC', 'HN', 'KJ'))} {{place}}")
    attention = scene.pick(("t.a.v.", "T.a.v.", "Ter attentie van", "t.a.v. het college,"))
    style = scene.rng.randrange(4)
    if style == 0:
        return f"{scene.say('{firm}')}\n{attention} {scene.name('mr', reader)}\n{address}\n{place}"
    if style == 1:
        return f"{sentence_case(scene.name(scene.pick(('mr', 'official', 'titled')), reader))}\n{address}\n{place}"
    if style == 2:
        prefix = scene.pick(("De heer", "Mevrouw")) if not reader.female else "Mevrouw"
        return (
            f"{'Mevrouw' if reader.female else prefix} {scene.name('official', reader)}\n{address}\n{place}"
        )
    return (
        f"{sentence_case(scene.say('{organisation}'))}\n{attention} {scene.name('person', reader)}\n{place}"
    )


def _particulars(scene: Scene, writer: Person) -> list[str]:
    gap = scene.pick(("\t", ": ", "\n"))
    form = scene.pick(("official", "full", "person", "inverted"))
    rows = {
        "Datum": scene.say("{date}"),
        "Ons kenmerk": scene.say("{reference}"),
        scene.pick(("Behandeld door", "Contactpersoon", "Inlichtingen bij", "Uw contactpersoon")): scene.name(
            form, writer
        ),
        scene.pick(("Telefoon", "Doorkiesnummer", "T")): scene.say("{telephone}"),
        scene.pick(("Betreft", "Onderwerp")): sentence_case(scene.say("{topic}")),
    }
    return [f"{label}{gap}{value}" for label, value in rows.items() if scene.chance(0.75)]


def _salutation(scene: Scene, reader: Person) -> str:
    address = "mevrouw" if reader.female else "heer"
    return scene.pick(
        (
            f"Geachte {address} {scene.name('surname', reader)},",
            f"Geachte {address} {scene.name('surname', reader)},",
            f"Beste {address} {scene.name('surname', reader)},",
            "Geachte heer, mevrouw,",
            "Geachte voorzitter,",
        )
    )


def _signed(scene: Scene, writer: Person) -> str:
    name = scene.name(scene.pick(("official", "official", "titled", "full")), writer)
    function = scene.say(scene.pick(("{function}", "{dignitary}", "{function} {department}")))
    over = scene.say(scene.pick(("Namens {organisation},", "de {dignitary} van {place},", "namens deze,")))
    return scene.pick(
        (
            f"{over}\n\n{name}\n{sentence_case(function)}",
            f"{name}\n{function}",
            f"{sentence_case(function)},\n{name}",
            f"{over}\n{function},\nnamens deze,\n{name}",
        )
    )


def citizen_letter(scene: Scene) -> Draft:
    """A letter of a citizen, with the sender's own particulars."""
    writer = scene.person()
    sender = scene.name(scene.pick(("full", "official", "capitals", "mr")), writer)
    blocks = [
        scene.say(f"{sentence_case(sender)}\n{{address}}\n{{place}}\n{{telephone}}"),
        sentence_case(scene.say(scene.pick(("aan {organisation}", "{organisation}\nt.a.v. {mr}")))),
        scene.say("{place}, {date}"),
        scene.pick(("Geachte heer, mevrouw,", "L.S.,", scene.say("Geachte {mr},"), scene.say("Beste {dignitary} {surname},"))),
    ]  # fmt: skip
    for _ in range(scene.rng.randint(2, 5)):
        blocks.append(scene.paragraph("citizen", "citizen", "citizenless", least=2, most=5))
    blocks += [scene.pick(ENDINGS), scene.name(scene.pick(("full", "official", "nick", "surname")), writer)]
    return Draft(kind=DocumentKind.LETTER, blocks=blocks)


def form(scene: Scene) -> Draft:
    """A form with labels and what was filled in."""
    blocks = [
        scene.say(scene.pick(("Aanvraagformulier {topic}", "Formulier {reference}", "Melding {topic}")))
    ]
    for person in scene.people(scene.pick((1, 1, 2, 3))):
        rows = [row for row in _fields(scene, person) if scene.chance(0.75)]
        gap = scene.pick(("\t", "\t", ": ", "\n"))
        written = [f"{label}{gap}{value}" for label, value in rows]
        blocks += written if "\t" in gap or scene.chance(0.4) else ["\n".join(written)]
    if scene.chance(0.6):
        blocks.append(f"Toelichting\t{scene.paragraph('citizen', 'citizenless', least=1, most=3)}")
    if scene.chance(0.6):
        handler = scene.pick(("Behandelaar", "Beoordeeld door", "Paraaf medewerker", "Ingevoerd door"))
        blocks.append(f"{handler}: {scene.name(scene.pick(('letters', 'official', 'first', 'surname')))}")
    return Draft(kind=DocumentKind.FORM, blocks=blocks)


def _fields(scene: Scene, person: Person) -> list[tuple[str, str]]:
    shout = scene.chance(0.1)
    return [(label, value.upper().replace("{N|", "{n|") if shout else value) for label, value in (
        *_name_fields(scene, person),
        ("Geboortedatum", scene.say("{date}")),
        ("Geboorteplaats", scene.say("{place}")),
        ("Straat en huisnummer", scene.say("{address}")),
        ("Woonplaats", scene.say("{place}")),
        ("Telefoon", scene.say("{telephone}")),
        ("E-mail", personal(scene.rng, person, scene.pick(OUTSIDE))),
        ("Werkgever", scene.say("{firm}")),
        ("Onderwerp", scene.say("{topic}")),
    )]  # fmt: skip


def _name_fields(scene: Scene, person: Person) -> list[tuple[str, str]]:
    """The name in one field or in several."""
    whole = scene.pick(
        ("Naam", "Naam aanvrager", "Naam melder", "Volledige naam", "Ten name van", "Contactpersoon")
    )
    other = scene.pick(
        ("Naam partner", "Gemachtigde", "Huisarts", "Leidinggevende", "Naam kind", "Naam getuige")
    )
    extra = (other, scene.name(scene.pick(("full", "official", "first", "inverted"))))
    if scene.chance(0.5):
        return [(whole, scene.name(scene.pick(("full", "official", "inverted", "capitals")), person)), extra]
    initials = f"{{n|{person.initials}}}"
    first = scene.name("first", person)
    return [
        ("Achternaam", f"{{n|{person.tail}}}"),
        (scene.pick(("Voornaam", "Voornamen", "Roepnaam")), first),
        ("Voorletters", initials if scene.chance(0.6) else f"{initials} / {first}"),
        extra,
    ]
