"""Documents in which no person is named, though much in them could be a name.

In: a scene. Out: drafts of procedures, lists of bodies, firms and streets, price lists, and agendas.
"""

from lakmoes.model import DocumentKind
from lakmoes.training.generator.drafts import Draft
from lakmoes.training.generator.filling import sentence_case
from lakmoes.training.generator.phrases import lines
from lakmoes.training.generator.scene import Scene

POOLS = (
    "process",
    "process",
    "things_said",
    "memoless",
    "procedure",
    "citizenless",
    "lookalikes",
    "composed_things",
    "composed_things",
)


LISTED = (
    "firm",
    "organisation",
    "street",
    "place",
    "law",
    "ship",
    "product",
    "abbreviation",
    "hall",
    "project",
    "club",
    "coined",
    "title",
)


def procedure(scene: Scene) -> Draft:
    """A procedure, policy or regulation in articles."""
    word = scene.pick(("Artikel", "Stap", "Paragraaf", ""))
    blocks = [sentence_case(scene.say("{subject}: {document}")), scene.say("{organisation}, {date}")]
    for number in range(1, scene.rng.randint(5, 14)):
        blocks.append(f"{word} {number}. {scene.paragraph(*POOLS, least=1, most=4)}".strip())
    return Draft(kind=DocumentKind.OTHER, blocks=blocks)


def listing(scene: Scene) -> Draft:
    """A table or list of firms, bodies, streets, laws, ships or products."""
    slots = scene.rng.sample(LISTED, 3)
    blocks = [
        sentence_case(scene.say("Overzicht {subject}")),
        scene.pick(("Nr.\tNaam\tPlaats\tOpmerking", "Naam\tSoort\tStatus")),
    ]
    for number in range(1, scene.rng.randint(8, 22)):
        cells = [scene.things.fresh(slot) for slot in slots]
        tail = scene.pick(
            (scene.say("{amount}"), scene.say("{date}"), "akkoord", "loopt", scene.say("{topic}"))
        )
        blocks.append(
            "\t".join((str(number), *cells, tail)) if scene.chance(0.97) else scene.sentence("process")
        )
    return Draft(kind=DocumentKind.SPREADSHEET, blocks=blocks)


def agenda(scene: Scene) -> Draft:
    """An agenda or newsletter of short points."""
    blocks = [scene.say("Agenda {department} {date}, {hall}")]
    for number in range(1, scene.rng.randint(5, 12)):
        blocks.append(
            f"{number}. {sentence_case(scene.say('{subject}'))} ({scene.pick(lines('abbreviations'))})"
        )
        if scene.chance(0.5):
            blocks.append(scene.paragraph(*POOLS, least=1, most=2))
    return Draft(kind=DocumentKind.OTHER, blocks=blocks)


def bulletin(scene: Scene) -> Draft:
    """News and announcements about places, firms, clubs and bodies only."""
    blocks = []
    for _ in range(scene.rng.randint(3, 8)):
        blocks.append(
            scene.paragraph(
                "newsless",
                "newsless",
                "capitalised",
                "capitalised",
                "lookalikes",
                "composed_things",
                least=1,
                most=4,
            )
        )
    return Draft(kind=DocumentKind.NEWS, blocks=blocks)


def mailbox(scene: Scene) -> Draft:
    """A mail between offices in which nobody is named."""
    sender, reader = (scene.say(scene.pick(("{department}", "{organisation}", "{firm}"))) for _ in range(2))
    gap = scene.pick(("\t", " "))
    rows = [
        f"Van:{gap}{sender}",
        scene.say(f"Verzonden:{gap}{{date}} {{clock}}"),
        f"Aan:{gap}{reader}; {scene.say('{department}')}",
        f"Onderwerp:{gap}{sentence_case(scene.say('{subject}'))}",
    ]
    blocks = [
        "\n".join(rows),
        scene.pick(("Geachte heer, mevrouw,", "L.S.,", "Beste collega's,", "Goedemorgen,")),
    ]
    blocks += [scene.paragraph(*POOLS, least=1, most=4) for _ in range(scene.rng.randint(1, 3))]
    blocks.append(f"Met vriendelijke groet,\n\n{sentence_case(sender)}\n{scene.say('{address}, {place}')}")
    return Draft(kind=DocumentKind.EMAIL, blocks=blocks)


def vacancies(scene: Scene) -> Draft:
    """A table of functions, departments and months without people."""
    blocks = [scene.say("Formatie {department} {year}"), "Functie\tAfdeling\tFte\tIngang\tOpmerking"]
    for _ in range(scene.rng.randint(5, 14)):
        remark = scene.pick(
            ("vacature", "vacant", "vervulling extern", "n.v.t.", scene.say("zie {document}"), "")
        )
        blocks.append(scene.say(f"{{function}}\t{{department}}\t{{few}}\t{{month}}\t{remark}"))
    return Draft(kind=DocumentKind.SPREADSHEET, blocks=blocks)


def english(scene: Scene) -> Draft:
    """An English note without persons."""
    blocks = [scene.paragraph("english_less", least=2, most=4) for _ in range(scene.rng.randint(2, 4))]
    return Draft(kind=DocumentKind.OTHER, blocks=blocks)
