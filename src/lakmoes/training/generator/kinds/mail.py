"""Mail: heads of mail programs, greetings, bodies, closings, signatures, and older mails quoted below.

In: a scene. Out: drafts of mail, in Dutch or English. A thread has one to four mails, the newest first; the
writer of each is a receiver of the next older one.
"""

from dataclasses import dataclass

from lakmoes.model import DocumentKind
from lakmoes.training.generator.addresses import DOMAINS, OUTSIDE, personal
from lakmoes.training.generator.drafts import Draft
from lakmoes.training.generator.filling import sentence_case
from lakmoes.training.generator.persons import Person, marked
from lakmoes.training.generator.phrases import lines
from lakmoes.training.generator.scene import Scene

SEPARATORS = ("\t", "\t", " ", " ", "  ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The labels of a mail program's head, in their order, and the words around a quoted mail."""

    sender: str
    to: str
    copy: str
    sent: str
    subject: str
    attachments: str
    quoted: tuple[str, ...]
    pools: tuple[str, ...]
    greetings: str
    closings: str


DUTCH = Labels(
    sender="Van:",
    to="Aan:",
    copy="CC:",
    sent="Verzonden:",
    subject="Onderwerp:",
    attachments="Bijlagen:",
    quoted=(
        "Op {date} om {clock} schreef [name] <[address]>:",
        "[name] schreef op {date}:",
        "-----Oorspronkelijk bericht-----",
    ),
    pools=(
        "office",
        "office",
        "office",
        "composed",
        "composed",
        "things_said",
        "capitalised",
        "composed_things",
        "lookalikes",
    ),
    greetings="greetings",
    closings="closings",
)
ENGLISH = Labels(
    sender="From:",
    to="To:",
    copy="Cc:",
    sent="Sent:",
    subject="Subject:",
    attachments="Attachments:",
    quoted=("On {date} at {clock}, [name] <[address]> wrote:", "-----Original Message-----"),
    pools=("english",),
    greetings="english_greetings",
    closings="english_closings",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """How the mail program of an office shows people, the same in one document."""

    form: str
    domain: str
    with_address: bool
    gap: str


def thread(scene: Scene) -> Draft:
    """A mail with older ones below it."""
    labels = DUTCH if scene.chance(0.85) else ENGLISH
    return _thread(scene, labels, DUTCH)


def english_thread(scene: Scene) -> Draft:
    """The same in English."""
    return _thread(scene, ENGLISH if scene.chance(0.8) else DUTCH, ENGLISH)


def _thread(scene: Scene, head: Labels, text: Labels) -> Draft:
    people = scene.people(scene.rng.randint(2, 6))
    house = _house(scene)
    subject = scene.say("{subject}")
    blocks = [_printed_by(scene, people[0])] if scene.chance(0.3) else []
    for turn in range(scene.pick((1, 1, 1, 2, 2, 3, 4))):
        prefix = scene.pick(("", "RE: ", "FW: ", "Re: ")) if turn == 0 else scene.pick(("", "RE: "))
        if turn and scene.chance(0.25):
            blocks.append(_quoting(scene, head, people[0], house))
        else:
            blocks += _head(scene, head, house, people, f"{prefix}{subject}")
        blocks += _body(scene, text, people)
        people = [people[1], people[0], *people[2:]]
    return Draft(kind=DocumentKind.EMAIL, blocks=blocks)


def _quoting(scene: Scene, labels: Labels, writer: Person, house: House) -> str:
    """The line above an older mail, instead of its head."""
    pattern = scene.pick(labels.quoted)
    name = scene.name("full" if house.form.startswith("inverted") else house.form, writer)
    return (
        scene.say(pattern)
        .replace("[name]", name)
        .replace("[address]", personal(scene.rng, writer, house.domain))
    )


def invitation(scene: Scene) -> Draft:
    """An item of a shared calendar."""
    house = _house(scene)
    people = [_shown(scene, house, person) for person in scene.people(scene.rng.randint(3, 7))]
    gap = scene.pick(("\t", " "))
    rows = [
        f"Onderwerp:{gap}{sentence_case(scene.say('{subject}'))}",
        f"Locatie:{gap}{scene.say('{hall}')}",
        scene.say(f"Begin:{gap}{{date}} {{clock}}"),
        f"Organisator:{gap}{people[0]}",
        f"Vereiste deelnemers:{gap}{'; '.join(people[1:-1])}",
        f"Optionele deelnemers:{gap}{people[-1]}",
    ]
    blocks = rows if gap == "\t" else ["\n".join(rows)]
    blocks.append(scene.paragraph("office", "things_said", least=1, most=3))
    return Draft(kind=DocumentKind.EMAIL, blocks=blocks)


def _house(scene: Scene) -> House:
    return House(
        form=scene.pick(("inverted", "inverted", "invertednick", "invertednick", "full", "official")),
        domain=scene.pick(DOMAINS),
        with_address=scene.chance(0.35),
        gap=scene.pick(SEPARATORS),
    )


def _printed_by(scene: Scene, person: Person) -> str:
    return scene.name(scene.pick(("inverted", "invertednick", "full")), person)


def _shown(scene: Scene, house: House, person: Person) -> str:
    """A person as the head of a mail shows one."""
    if scene.chance(0.06):
        return scene.say("{office}")
    domain = house.domain if scene.chance(0.75) else scene.pick(OUTSIDE)
    if scene.chance(0.06):
        return personal(scene.rng, person, domain)
    name = scene.name(house.form if scene.chance(0.9) else "full", person)
    if scene.chance(0.3 if house.form.startswith("inverted") else 0.08):
        name += scene.pick((f" - {_unit(scene)}", f" ({_service(scene)})", f" | {_unit(scene)}"))
    if house.with_address or scene.chance(0.1):
        address = personal(scene.rng, person, domain)
        name += scene.pick((f" <{address}>", f" <{address}>", f" [mailto:{address}]"))
    return name


def _unit(scene: Scene) -> str:
    return "/".join(scene.pick(lines("abbreviations")) for _ in range(scene.pick((1, 2, 2))))


def _service(scene: Scene) -> str:
    return scene.pick(lines(scene.pick(("abbreviations", "departments", "departments", "english_services"))))


def _head(scene: Scene, labels: Labels, house: House, people: list[Person], subject: str) -> list[str]:
    """The lines of a head, in one block or each in its own."""
    shown = [_shown(scene, house, person) for person in people]
    split = scene.rng.randint(2, len(shown))
    between = scene.pick(("; ", "; ", ", " if house.form in ("full", "official") else "; "))
    sent = scene.say("{date} {clock}")
    rows = [(labels.sender, shown[0]), (labels.sent, sent), (labels.to, between.join(shown[1:split]))]
    if shown[split:]:
        rows.append((labels.copy, between.join(shown[split:])))
    rows.append((labels.subject, subject))
    if scene.chance(0.25):
        rows.append((labels.attachments, _attachments(scene)))
    written = [f"{label}{house.gap}{value}" for label, value in rows]
    return written if scene.chance(0.5) and "\t" in house.gap else ["\n".join(written)]


def _attachments(scene: Scene) -> str:
    stems = [scene.pick(lines("documents")).split(" ")[-1] for _ in range(scene.pick((1, 1, 2)))]
    named = [f"{stem} {scene.name('surname')}" if scene.chance(0.2) else f"{stem}_def" for stem in stems]
    return "; ".join(f"{stem}.{scene.pick(('docx', 'pdf', 'xlsx', 'msg'))}" for stem in named)


def _body(scene: Scene, labels: Labels, people: list[Person]) -> list[str]:
    writer, reader = people[0], people[1]
    blocks = [greeting(scene, labels.greetings, reader)] if scene.chance(0.92) else []
    for _ in range(scene.rng.randint(1, 4)):
        if scene.chance(0.15):
            blocks.append(bullets(scene, labels.pools))
        else:
            blocks.append(scene.paragraph(*labels.pools, least=1, most=4))
    if scene.chance(0.92):
        blocks += closing(scene, labels.closings, writer)
    if scene.chance(0.25) and labels is DUTCH:
        blocks.append(scene.say(scene.one("mail_tails")))
    return blocks


def greeting(scene: Scene, pool: str, reader: Person) -> str:
    """The greeting of a mail or letter to a reader and sometimes others."""
    return scene.say(scene.one(pool), reader)


def bullets(scene: Scene, pools: tuple[str, ...]) -> str:
    """A list of two to five sentences."""
    sign = scene.pick(("• ", "- ", "- ", "* ", "o ", "1", "a"))
    items = [scene.sentence(*pools) for _ in range(scene.rng.randint(2, 5))]
    starts = {"1": "123456", "a": "abcdef"}.get(sign)
    return "\n".join(f"{f'{starts[index]}. ' if starts else sign}{item}" for index, item in enumerate(items))


def closing(scene: Scene, pool: str, writer: Person) -> list[str]:
    """The closing words, the name under them, and often a signature block."""
    words = scene.pick(lines(pool))
    luck = scene.rng.random()
    if luck < 0.06:
        return [f"{words} {scene.name(scene.pick(('first', 'letters')), writer)}"]
    name = scene.name(scene.pick(("first", "first", "full", "official", "letters")), writer)
    if scene.chance(0.04):
        name = marked(writer.first.lower())
    under = [words, name] if luck < 0.6 else [f"{words}\n{name}"]
    return under + signature(scene, writer) if scene.chance(0.6) else under


def signature(scene: Scene, writer: Person) -> list[str]:
    """A signature block: name, function, department, body, numbers."""
    name = scene.name(scene.pick(("full", "full", "official", "titled", "nick")), writer)
    function = sentence_case(scene.pick(lines("functions")))
    rows = [name, function] if scene.chance(0.7) else [f"{name} | {function}"]
    rows += [scene.say("{department}"), sentence_case(scene.say("{organisation}")), scene.say("{address}")]
    rows.append(f"{scene.pick(('T', 'T:', 'M', 'tel.', 'Tel:', 'Mob.'))} {scene.say('{telephone}')}")
    if scene.chance(0.5):
        rows.append(personal(scene.rng, writer, scene.pick(DOMAINS)))
    if scene.chance(0.2):
        rows.append(scene.say("Werkdagen: ma, di, do"))
    kept = [row for index, row in enumerate(rows) if index == 0 or scene.chance(0.75)]
    return ["\n".join(kept)] if scene.chance(0.85) else [" | ".join(kept)]
