"""Minutes and attendance lists.

In: a scene. Out: drafts of minutes (who was there, who said what, decisions, actions) and of lists to be
signed.
"""

from lakmoes.model import DocumentKind
from lakmoes.training.generator.drafts import Draft
from lakmoes.training.generator.filling import sentence_case
from lakmoes.training.generator.persons import Person
from lakmoes.training.generator.phrases import lines
from lakmoes.training.generator.scene import Scene

POOLS = (
    "minutes",
    "minutes",
    "minutes",
    "composed",
    "composed",
    "things_said",
    "capitalised",
    "composed_things",
    "lookalikes",
)
TITLES = ("Verslag", "Notulen", "Conceptverslag", "Besluitenlijst", "Gespreksverslag", "Verslag overleg")
PRESENT = ("Aanwezig", "Aanwezig:", "Aanwezigen", "Deelnemers:", "Leden:", "Present:")
ABSENT = (
    "Afwezig",
    "Afwezig:",
    "Afmeldingen:",
    "Verhinderd:",
    "Bericht van verhindering:",
    "Met kennisgeving:",
)
GROUPS = (
    "stuurgroep",
    "projectgroep",
    "werkgroep",
    "MT",
    "teamoverleg",
    "casusoverleg",
    "driehoek",
    "bestuur",
)


def minutes(scene: Scene) -> Draft:
    """Minutes of a meeting, in prose, with speakers before a colon, or terse."""
    title = f"{scene.pick(TITLES)} {scene.pick(GROUPS)} {scene.say('{subject}')}"
    blocks = [title, *_facts(scene), *_attendance(scene)]
    points = (
        "Opening",
        "Mededelingen",
        "Verslag vorige keer",
        "Voortgang",
        "Financiën",
        "Planning",
        "Rondvraag",
    )
    style = scene.pick((_prose, _prose, _speakers, _terse))
    for number, point in enumerate(points[: scene.rng.randint(3, 7)], start=1):
        heading = point if scene.chance(0.6) else sentence_case(scene.say("{subject}"))
        blocks.append(f"{number}. {heading}")
        blocks += style(scene)
    if scene.chance(0.5):
        blocks += action_rows(scene)
    return Draft(kind=DocumentKind.MINUTES, blocks=blocks)


def _facts(scene: Scene) -> list[str]:
    gap = scene.pick(("\t", ": ", ":\t"))
    form = scene.pick(("person", "full", "official", "surname", "letters"))
    rows = [
        f"Datum{gap}{scene.say('{date}, {time}')}",
        f"Plaats{gap}{scene.say('{hall}')}",
        f"Voorzitter{gap}{scene.name(form)}",
        f"{scene.pick(('Verslag', 'Notulist', 'Secretaris', 'Verslaglegging'))}{gap}{scene.name(form)}",
    ]
    return [row for row in rows if scene.chance(0.8)]


def _attendance(scene: Scene) -> list[str]:
    form = scene.pick(("full", "official", "person", "surname", "inverted", "person"))
    blocks = [_present(scene, scene.pick(PRESENT), form, scene.people(scene.rng.randint(3, 9)))]
    if scene.chance(0.6):
        blocks.append(_present(scene, scene.pick(ABSENT), form, scene.people(scene.rng.randint(1, 3))))
    return blocks


def _present(scene: Scene, label: str, form: str, people: list[Person]) -> str:
    gap = scene.pick(("\t", " ", "\n"))
    behind = scene.pick((None, None, "abbreviation", "office", "function", "letters"))
    names = []
    for person in people:
        name = scene.name(form, person)
        if behind and scene.chance(0.8):
            note = scene.name("letters", person) if behind == "letters" else scene.say(f"{{{behind}}}")
            name += f" ({note})"
        names.append(name)
    return f"{label}{gap}{_enumerated(scene, names, form)}"


def _enumerated(scene: Scene, names: list[str], form: str) -> str:
    """Names in a row, below each other, numbered, or grouped by body."""
    luck = scene.rng.random()
    if luck < 0.1:
        return "\n" + "\n".join(f"{number}. {name}" for number, name in enumerate(names, start=1))
    if luck < 0.2:
        return "; ".join(f"{scene.say('{abbreviation}')} {scene.pick(('–', ':'))} {name}" for name in names)
    between = scene.pick((", ", ", ", "; ", "\n"))
    return ("; " if form == "inverted" and between == ", " else between).join(names)


def _prose(scene: Scene) -> list[str]:
    return [scene.paragraph(*POOLS, least=1, most=5) for _ in range(scene.rng.randint(1, 2))]


def _speakers(scene: Scene) -> list[str]:
    form = scene.pick(("surname", "first", "letters", "official", "mr", "full"))
    sign = scene.pick((":", ":", " –", ".", " -"))
    spoken = []
    for _ in range(scene.rng.randint(2, 5)):
        body = scene.say(scene.pick(("{body}", "{department}", "{organisation}", "Voorzitter")))
        speaker = body if scene.chance(0.15) else scene.name(form)
        spoken.append(f"{sentence_case(speaker)}{sign} {scene.sentence('things_said', 'office', 'composed')}")
    return spoken


def _terse(scene: Scene) -> list[str]:
    sign = scene.pick(("• ", "- ", ""))
    return ["\n".join(f"{sign}{scene.sentence(*POOLS)}" for _ in range(scene.rng.randint(1, 4)))]


def action_rows(scene: Scene) -> list[str]:
    """A list of actions as rows: number, what, who, when, in some order."""
    form = scene.pick(
        ("surname", "first", "letters", "letters", "official", "full", "inverted", "firstletter")
    )
    heads = {"Nr.": 0, "Actie": 1, scene.pick(("Wie", "Door", "Eigenaar", "Actiehouder")): 2, "Gereed": 3}
    order = scene.pick(((0, 1, 2, 3), (1, 2, 3), (2, 1, 3), (0, 2, 1), (1, 2)))
    names = list(heads)
    blocks = [scene.pick(("Actielijst", "Acties", "Actiepunten")), "\t".join(names[index] for index in order)]
    for number in range(1, scene.rng.randint(3, 9)):
        who = scene.name(form)
        if scene.chance(0.2):
            who += f"{scene.pick((', ', ' / ', ' en ', '/'))}{scene.name(form)}"
        elif scene.chance(0.1):
            who = scene.pick(("allen", "secretariaat", scene.pick(lines("abbreviations")), "n.t.b."))
        cells = (str(number), sentence_case(scene.say(scene.pick(lines("tasks")))), who, scene.say("{date}"))
        blocks.append("\t".join(cells[index] for index in order))
    return blocks


def attendance(scene: Scene) -> Draft:
    """A list of people at a meeting with organisation, diet, time or signature."""
    form = scene.pick(("full", "official", "inverted", "capitals", "person"))
    columns = scene.rng.sample(("Organisatie", "Functie", "Dieet", "Paraaf", "E-mail", "Tijd"), 3)
    blocks = [
        f"{scene.pick(('Presentielijst', 'Aanwezigheidslijst', 'Deelnemerslijst', 'Bezoekersregistratie'))} "
        f"{scene.say('{subject}')}",
        scene.say("{date}, {hall}, {place}"),
        "\t".join(("Naam", *columns)),
    ]
    for person in scene.people(scene.rng.randint(5, 16)):
        blocks.append("\t".join((scene.name(form, person), *(_cell(scene, it, person) for it in columns))))
    return Draft(kind=DocumentKind.ATTENDANCE_LIST, blocks=blocks)


def _cell(scene: Scene, column: str, person: Person) -> str:
    match column:
        case "Organisatie":
            return scene.say(scene.pick(("{office}", "{firm}", "{abbreviation}")))
        case "Functie":
            return scene.say("{function}")
        case "Dieet":
            return scene.pick(
                ("-", "geen", "vegetarisch", "halal", "glutenvrij", "vegan", "notenallergie", "")
            )
        case "Paraaf":
            return scene.name("letters", person) if scene.chance(0.6) else ""
        case "E-mail":
            return "zie lijst" if scene.chance(0.3) else "-"
    return scene.say("{time}")
