"""Letters of offices and of citizens.

In: a scene. Out: drafts of letters with address block, salutation and signature.
"""

from lakmoes.model import DocumentKind
from lakmoes.training.generator.drafts import Draft
from lakmoes.training.generator.filling import sentence_case
from lakmoes.training.generator.persons import Person
from lakmoes.training.generator.scene import Scene

ENDINGS = (
    "Hoogachtend,",
    "Met vriendelijke groet,",
    "Met de meeste hoogachting,",
    "Vertrouwend u voldoende te hebben geïnformeerd,",
)


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
            scene.paragraph(
                "letter",
                "letter",
                "composed",
                "citizenless",
                "memoless",
                "legal",
                "composed_things",
                least=1,
                most=4,
            )
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
        name = scene.name(scene.pick(("mr", "official", "titled")), reader)
        return f"{sentence_case(name)}\n{address}\n{place}"
    if style == 2:
        prefix = "Mevrouw" if reader.female else "De heer"
        return f"{prefix} {scene.name('official', reader)}\n{address}\n{place}"
    name = scene.name("person", reader)
    return f"{sentence_case(scene.say('{organisation}'))}\n{attention} {name}\n{place}"


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
        scene.pick(("Betreft", "Onderwerp")): sentence_case(scene.say("{subject}")),
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
        scene.say(
            scene.pick(
                ("Geachte heer, mevrouw,", "L.S.,", "Geachte {dear},", "Geachte {dignitary} {surname},")
            )
        ),
    ]
    for _ in range(scene.rng.randint(2, 5)):
        blocks.append(scene.paragraph("citizen", "citizen", "composed", "citizenless", least=2, most=5))
    blocks += [scene.pick(ENDINGS), scene.name(scene.pick(("full", "official", "nick", "surname")), writer)]
    return Draft(kind=DocumentKind.LETTER, blocks=blocks)
