"""Memos, notes to a minister with initials and routing, and loose notes of a meeting.

In: a scene. Out: drafts of memos, decision notes and notes.
"""

from lakmoes.model import DocumentKind
from lakmoes.training.generator.drafts import Draft
from lakmoes.training.generator.filling import sentence_case
from lakmoes.training.generator.kinds.mail import bullets
from lakmoes.training.generator.persons import Person
from lakmoes.training.generator.phrases import lines
from lakmoes.training.generator.scene import Scene

POOLS = (
    "memo",
    "memo",
    "composed",
    "composed",
    "office",
    "memoless",
    "things_said",
    "capitalised",
    "composed_things",
    "lookalikes",
)


def memo(scene: Scene) -> Draft:
    """A memo with its head and paragraphs under headings."""
    blocks = [scene.pick(("Memo", "MEMO", "Notitie", "Interne notitie", "Adviesnota")), *_head(scene)]
    for heading in scene.rng.sample(lines("headings"), scene.rng.randint(2, 5)):
        blocks += [heading, *_paragraphs(scene)]
    if scene.chance(0.3):
        blocks.append(_initialled(scene))
    return Draft(kind=DocumentKind.MEMO, blocks=blocks)


def _head(scene: Scene) -> list[str]:
    gap = scene.pick(("\t", ": ", ":\t", ":  "))
    form = scene.pick(("full", "official", "person", "inverted", "letters"))
    rows = {
        "Aan": scene.pick((scene.name(form), _names(scene, form), scene.say("{department}"))),
        "Van": scene.name(form),
        "Cc": _names(scene, form),
        "Datum": scene.say("{date}"),
        "Onderwerp": sentence_case(scene.say("{subject}")),
        "Kenmerk": scene.say("{reference}"),
        scene.pick(("Opgesteld door", "Auteur", "Steller", "Behandeld door", "Auteurs")): _names(scene, form),
        "Doorkiesnummer": scene.say("{telephone}"),
    }
    kept = [f"{label}{gap}{value}" for label, value in rows.items() if scene.chance(0.7)]
    return kept if "\t" in gap else ["\n".join(kept)]


def _names(scene: Scene, form: str) -> str:
    people = scene.people(scene.pick((1, 1, 2, 3)))
    return scene.pick(("; ", " / ") if form == "inverted" else (", ", ", ", " en ", " / ")).join(
        scene.name(form, person) for person in people
    )


def _paragraphs(scene: Scene) -> list[str]:
    return [
        bullets(scene, POOLS) if scene.chance(0.2) else scene.paragraph(*POOLS, least=1, most=5)
        for _ in range(scene.rng.randint(1, 3))
    ]


def _initialled(scene: Scene) -> str:
    sign = scene.pick((" paraaf: ", ": ", " "))
    return "\n".join(
        f"{sentence_case(scene.say('{function}'))}{sign}{scene.name('letters', person)}"
        for person in scene.people(scene.rng.randint(1, 3))
    )


def decision_note(scene: Scene) -> Draft:
    """A note to a minister or board with a routing table and initials."""
    blocks = [
        scene.pick(("Nota", "Beslisnota", "Nota ter beslissing", "Nota ter informatie", "Oplegnotitie")),
        f"Aan\t{scene.say(scene.pick(('{dignitary} {surname}', 'de minister', 'het college')))}",
        f"Van\t{scene.say(scene.pick(('{person}', '{department}', '{department}, {official}')))}",
        *_routing(scene),
    ]
    for heading in scene.rng.sample(lines("headings"), scene.rng.randint(3, 6)):
        blocks += [heading, *_paragraphs(scene)]
    return Draft(kind=DocumentKind.DECISION_NOTE, blocks=blocks)


def _routing(scene: Scene) -> list[str]:
    """Who saw the note, when, with which initials."""
    form = scene.pick(("surname", "official", "letters", "inverted", "full"))
    blocks = [scene.pick(("Routing\tParaaf\tDatum", "Medeparaaf\tNaam\tDatum", "Functie\tNaam\tParaaf"))]
    for person in scene.people(scene.rng.randint(2, 6)):
        name = scene.name(form, person) if scene.chance(0.85) else scene.say("{department}")
        blocks.append(f"{_post(scene)}\t{name}\t{_seen(scene, person)}")
    return blocks


def _post(scene: Scene) -> str:
    return scene.say(scene.pick(("{abbreviation}", "{function}", "{department}", "{dignitary}")))


def _seen(scene: Scene, person: Person) -> str:
    letters = scene.name("letters", person)
    return scene.pick((letters, scene.say("{date}"), f"{letters} {scene.say('{date}')}", "akkoord", ""))


def notes(scene: Scene) -> Draft:
    """Hurried notes of a meeting or a telephone call, with dashes and half sentences."""
    form = scene.pick(("first", "first", "surname", "letters", "small"))
    sign = scene.pick(("- ", "- ", "* ", "> ", ""))
    blocks = [
        scene.say(scene.pick(("Aantekeningen {subject}", "aant. overleg {date}", "Telefoonnotitie {date}"))),
        f"{scene.pick(('met: ', 'Aanwezig: ', 'erbij: '))}{', '.join(map(scene.name, [form] * 3))}",
    ]
    items = []
    for _ in range(scene.rng.randint(6, 16)):
        text = scene.say(
            scene.one("office", "minutes", "chat", "things_said", "remarks", "fragments", "composed")
        )
        if scene.chance(0.35):
            text = f"{scene.name(form)}{scene.pick((': ', ': ', ' - ', ' zegt: '))}{text}"
        items.append(sign + (text.rstrip(".") if scene.chance(0.5) else text))
    blocks += ["\n".join(items)] if scene.chance(0.6) else items
    return Draft(kind=DocumentKind.NOTES, blocks=blocks)


def journal(scene: Scene) -> Draft:
    """A log of a crisis, a shift or a case: time, who, what."""
    form = scene.pick(("letters", "letters", "first", "surname", "official"))
    row = scene.pick(("{0}\t{1}\t{2}", "{0} {1}: {2}", "{0} ({1}) {2}", "{0}\t{2}\t{1}", "{0} – {2} [{1}]"))
    blocks = [scene.say(scene.pick(("Logboek {project}", "Journaal {date}", "Dienstrapport {place} {date}")))]
    keepers = scene.people(scene.rng.randint(1, 4))
    minute = scene.rng.randint(360, 700)
    for _ in range(scene.rng.randint(6, 16)):
        minute += scene.rng.randint(1, 40)
        text = scene.sentence(
            "office", "police", "procedure", "things_said", "composed", "composed_things", "fragments"
        )
        clock = f"{minute // 60 % 24:02d}{scene.pick((':', '.'))}{minute % 60:02d}"
        blocks.append(row.format(clock, scene.name(form, scene.pick(keepers)), text))
    return Draft(kind=DocumentKind.NOTES, blocks=blocks)
