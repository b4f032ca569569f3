"""Lists: actions, staff, planning.

In: a scene. Out: drafts of tables, of which some columns hold names and others words that could be names.
"""

from lakmoes.model import DocumentKind
from lakmoes.training.generator.drafts import Draft
from lakmoes.training.generator.filling import sentence_case
from lakmoes.training.generator.kinds.minutes import action_rows
from lakmoes.training.generator.persons import Person
from lakmoes.training.generator.phrases import lines
from lakmoes.training.generator.scene import Scene


def actions(scene: Scene) -> Draft:
    """A list of actions on its own."""
    blocks = [f"{scene.say('{project}')} – stand {scene.say('{date}')}", *action_rows(scene)]
    if scene.chance(0.5):
        blocks.append(scene.paragraph("minutes", "office", least=1, most=3))
    return Draft(kind=DocumentKind.PLANNING, blocks=blocks)


def staff(scene: Scene) -> Draft:
    """A list of employees with functions, telephone numbers and rooms."""
    form = scene.pick(("inverted", "inverted", "full", "official", "capitals", "nick"))
    columns = [
        "name",
        *scene.rng.sample(("function", "department", "telephone", "letters", "hall", "abbreviation"), 3),
    ]
    if scene.chance(0.4):
        columns = [*columns[1:2], "name", *columns[2:]]
    heads = {
        "name": scene.pick(("Naam", "Medewerker", "Contactpersoon", "Wie")),
        "function": "Functie",
        "department": "Afdeling",
        "telephone": scene.pick(("Telefoon", "Tel.", "Bereikbaar")),
        "letters": scene.pick(("Paraaf", "Initialen", "Afk.")),
        "hall": "Kamer",
        "abbreviation": "Onderdeel",
    }
    blocks = [scene.say("{department} – bezetting {month} {year}"), "\t".join(heads[it] for it in columns)]
    for person in scene.people(scene.rng.randint(5, 18)):
        blocks.append("\t".join(_staff_cell(scene, it, form, person) for it in columns))
    return Draft(kind=DocumentKind.SPREADSHEET, blocks=blocks)


def _staff_cell(scene: Scene, column: str, form: str, person: Person) -> str:
    if column == "name":
        return scene.name(form, person)
    if column == "letters":
        return scene.name("letters", person)
    return scene.things.fresh(column)


def planning(scene: Scene) -> Draft:
    """A schedule: week, day, what, where, who."""
    form = scene.pick(("first", "first", "firstletter", "surname", "letters", "official", "inverted"))
    keeper = scene.name(scene.pick(("letters", "first", "official")))
    blocks = [
        f"Planning {scene.say('{month} {year}')} – bijgewerkt door {keeper}",
        "\t".join(
            ("Week", "Dag", "Activiteit", "Plaats", scene.pick(("Wie", "Bezetting", "Dienst", "Team")))
        ),
    ]
    for week in range(1, scene.rng.randint(5, 14)):
        names = [scene.name(form, person) for person in scene.people(scene.pick((1, 1, 2, 2, 3)))]
        who = scene.pick((" / ", ", ", " + ", "; ")).join(names)
        if scene.chance(0.12):
            who = scene.pick(("allen", "vacature", "n.t.b.", "vrij", "rooster volgt"))
        cells = (
            str(week),
            scene.say("{day}"),
            sentence_case(scene.say(scene.pick(lines("tasks")))),
            scene.say(scene.pick(("{place}", "{hall}", "{street}", "{organisation}"))),
            who,
        )
        blocks.append("\t".join(cells))
    return Draft(kind=DocumentKind.PLANNING, blocks=blocks)


def inventory(scene: Scene) -> Draft:
    """A list of documents, as it goes with a decision."""
    blocks = [scene.say("Inventarislijst {subject}"), scene.pick(("Nr.\tDocument\tDatum\tBeoordeling",))]
    for number in range(1, scene.rng.randint(6, 18)):
        judged = scene.pick(("openbaar", "deels openbaar", "niet openbaar", "reeds openbaar", "dubbel"))
        title = scene.sentence("document_lines")
        blocks.append(f"{number}\t{title}\t{scene.say('{date}')}\t{judged}")
    return Draft(kind=DocumentKind.SPREADSHEET, blocks=blocks)


def assets(scene: Scene) -> Draft:
    """A list of goods with their users, places and numbers."""
    form = scene.pick(("official", "surname", "inverted", "full", "first", "letters"))
    blocks = [
        scene.say("Uitgifte materieel {department}"),
        "Nr.\tSoort\tKenmerk\tGebruiker\tStandplaats\tOpmerking",
    ]
    for number in range(1, scene.rng.randint(6, 16)):
        user = (
            scene.name(form)
            if scene.chance(0.8)
            else scene.pick(("pool", "reserve", "-", scene.say("{department}")))
        )
        place = scene.say(scene.pick(("{place}", "{hall}", "{street}")))
        remark = scene.pick(
            ("", "", scene.say("terug op {date}"), scene.say("van {first} overgenomen"), "defect")
        )
        goods = scene.pick(lines("assets"))
        blocks.append(f"{number}\t{goods}\t{scene.say('{reference}')}\t{user}\t{place}\t{remark}")
    return Draft(kind=DocumentKind.SPREADSHEET, blocks=blocks)


def groups(scene: Scene) -> Draft:
    """Short lists of people: who gets a document, who has a birthday, who is in which team."""
    form = scene.pick(("full", "first", "official", "inverted", "small", "surname"))
    blocks = [
        scene.say(scene.pick(("Verzendlijst {document}", "Verjaardagen {month}", "Indeling teams {date}")))
    ]
    for _ in range(scene.rng.randint(2, 6)):
        names = [scene.name(form, person) for person in scene.people(scene.rng.randint(1, 6))]
        label = scene.say(
            scene.pick(("{department}", "{abbreviation}", "{date}", "{place}", "{project}", "Team {few}"))
        )
        between = "; " if form == "inverted" else scene.pick((", ", "\n", " / ", ", "))
        blocks.append(f"{label}{scene.pick((': ', chr(9), chr(10)))}{between.join(names)}")
    return Draft(kind=DocumentKind.OTHER, blocks=blocks)
