"""Chats as they are printed or photographed.

In: a scene. Out: drafts of chats in the layouts of several apps: sender above, before or behind the time.
"""

from lakmoes.model import DocumentKind
from lakmoes.training.generator.drafts import Draft
from lakmoes.training.generator.persons import Person
from lakmoes.training.generator.scene import Scene


def chat(scene: Scene) -> Draft:
    """A conversation of two to six people."""
    people = scene.people(scene.rng.randint(2, 6))
    senders = [_sender(scene, person) for person in people]
    layout = scene.rng.randrange(6)
    minute = scene.rng.randint(420, 900)
    day = scene.say("{date}")
    blocks = [_title(scene, people)]
    lines: list[str] = []
    for _ in range(scene.rng.randint(8, 30)):
        minute += scene.rng.choice((0, 1, 1, 2, 3, 5, 14))
        clock = f"{minute // 60 % 24:02d}:{minute % 60:02d}"
        message = scene.say(scene.one("chat", "chat", "chat", "office"))
        if scene.chance(0.25):
            message = message[0].lower() + message[1:].rstrip(".")
        lines.append(_line(layout, scene.pick(senders), clock, day, message))
    blocks += lines if scene.chance(0.4) else ["\n".join(lines)]
    return Draft(kind=DocumentKind.CHAT, blocks=blocks)


def _sender(scene: Scene, person: Person) -> str:
    luck = scene.rng.random()
    if luck < 0.5:
        return scene.name("first", person)
    if luck < 0.62:
        return scene.name("firstletter", person)
    if luck < 0.7:
        return scene.name("small", person)
    if luck < 0.76:
        return scene.say("{telephone}")
    return scene.name(scene.pick(("full", "full", "surname", "official", "letters")), person)


def _title(scene: Scene, people: list[Person]) -> str:
    return scene.pick(
        (
            scene.say("WhatsApp-groep {project}"),
            f"Chat met {scene.name('full', people[0])}",
            scene.say("Schermafdrukken telefoon {person1}, {date}", people[0]),
            scene.say("Groepsapp {department}"),
            f"Deelnemers: {', '.join(scene.name('first', person) for person in people)}",
        )
    )


def _line(layout: int, sender: str, clock: str, day: str, message: str) -> str:
    match layout:
        case 0:
            return f"{sender} {clock}\n{message}"
        case 1:
            return f"{clock} - {sender}: {message}"
        case 2:
            return f"[{day} {clock}] {sender}: {message}"
        case 3:
            return f"{sender}\n{message}\n{clock}"
        case 4:
            return f"{clock} {sender}: {message}"
    return f"{sender}: {message}"
