"""Documents in which no person is named, though much in them could be a name.

In: a scene. Out: drafts of procedures, lists of bodies, firms and streets, price lists, and agendas.
"""

from lakmoes.model import DocumentKind
from lakmoes.training.generator.drafts import Draft
from lakmoes.training.generator.filling import sentence_case
from lakmoes.training.generator.phrases import lines
from lakmoes.training.generator.scene import Scene

POOLS = ("process", "process", "things_said", "memoless", "procedure", "citizenless", "lookalikes")


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
)


def procedure(scene: Scene) -> Draft:
    """A procedure, policy or regulation in articles."""
    word = scene.pick(("Artikel", "Stap", "Paragraaf", ""))
    blocks = [sentence_case(scene.say("{topic}: {document}")), scene.say("{organisation}, {date}")]
    for number in range(1, scene.rng.randint(5, 14)):
        blocks.append(f"{word} {number}. {scene.paragraph(*POOLS, least=1, most=4)}".strip())
    return Draft(kind=DocumentKind.OTHER, blocks=blocks)


def listing(scene: Scene) -> Draft:
    """A table or list of firms, bodies, streets, laws, ships or products."""
    slots = scene.rng.sample(LISTED, 3)
    blocks = [
        sentence_case(scene.say("Overzicht {topic}")),
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
            f"{number}. {sentence_case(scene.say('{topic}'))} ({scene.pick(lines('abbreviations'))})"
        )
        if scene.chance(0.5):
            blocks.append(scene.paragraph(*POOLS, least=1, most=2))
    return Draft(kind=DocumentKind.OTHER, blocks=blocks)


def bulletin(scene: Scene) -> Draft:
    """News and announcements about places, firms, clubs and bodies only."""
    blocks = []
    for _ in range(scene.rng.randint(3, 8)):
        blocks.append(scene.paragraph("newsless", "newsless", "lookalikes", least=1, most=4))
    return Draft(kind=DocumentKind.NEWS, blocks=blocks)


def english(scene: Scene) -> Draft:
    """An English note without persons."""
    blocks = [scene.paragraph("english_less", least=2, most=4) for _ in range(scene.rng.randint(2, 4))]
    return Draft(kind=DocumentKind.OTHER, blocks=blocks)
