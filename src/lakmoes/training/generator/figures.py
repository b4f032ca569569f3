"""Dates, times, numbers and amounts as Dutch documents write them.

In: random numbers. Out: unmarked text, by the name of a slot.
"""

from random import Random

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
RANGES = {
    "age": (6, 95),
    "few": (2, 12),
    "minute": (1, 90),
    "percent": (2, 97),
    "year": (2005, 2026),
}
DATES = (
    "{day} {month} {year}", "{day} {month} {year}", "{day} {month}", "{day:02d}-{number:02d}-{year}",
    "{day}-{number}-{year}", "{weekday} {day} {month}", "{day} {short}", "{day}/{number}",
)  # fmt: skip
TELEPHONES = (
    "06-{0}", "06 {1} {2}", "+31 6 {3} {4} {5} {6}", "070-{7} {4} {5}", "088 {7} {4} {5}", "038-{7}{1}",
    "0578-{8}", "(06) {0}", "06.{3}.{4}.{5}.{6}", "0031 6 {0}",
)  # fmt: skip


class Figures:
    """Figures of one document."""

    def __init__(self, rng: Random) -> None:
        """Draws from ``rng`` only."""
        self._rng = rng

    def knows(self, slot: str) -> bool:
        """Whether a slot is one for figures."""
        return slot in RANGES or hasattr(self, f"_{slot}")

    def fill(self, slot: str) -> str:
        """What stands in a slot."""
        return str(self._rng.randint(*RANGES[slot]) if slot in RANGES else getattr(self, f"_{slot}")())

    def _month(self) -> str:
        return self._rng.choice(MONTHS)

    def _day(self) -> str:
        return self._rng.choice(DAYS)

    def _date(self) -> str:
        number = self._rng.randint(1, 12)
        month = MONTHS[number - 1]
        return self._rng.choice(DATES).format(
            day=self._rng.randint(1, 28),
            number=number,
            month=month,
            short="mrt" if number == 3 else month[:3],
            year=self._rng.randint(2014, 2025),
            weekday=self._day(),
        )

    def _born(self) -> str:
        """A date of birth."""
        day, number, year = self._rng.randint(1, 28), self._rng.randint(1, 12), self._rng.randint(1935, 2012)
        return self._rng.choice((f"{day:02d}-{number:02d}-{year}", f"{day} {MONTHS[number - 1]} {year}"))

    def _time(self) -> str:
        minute = self._rng.choice((0, 0, 15, 30, 30, 45, 5, 10, 20, 40, 50))
        return f"{self._rng.randint(7, 22)}{self._rng.choice('.:')}{minute:02d} uur"

    def _clock(self) -> str:
        return f"{self._rng.randint(6, 23)}:{self._rng.randint(0, 59):02d}"

    def _amount(self) -> str:
        size = self._rng.choice((50, 1000, 1))
        value = self._rng.randint(10, 900) * size
        tail = self._rng.choice(("", "", ",-", ",00")) if size > 1 else " miljoen"
        return f"€ {value:,}".replace(",", ".") + tail

    def _number(self) -> str:
        return str(self._rng.choice((self._rng.randint(2, 30), self._rng.randint(30, 900))))

    def _room(self) -> str:
        return f"{self._rng.choice('ABCH')}{self._rng.randint(0, 9)}.{self._rng.randint(1, 60):02d}"

    def _score(self) -> str:
        return f"{self._rng.randint(0, 5)}-{self._rng.randint(0, 4)}"

    def _reference(self) -> str:
        pattern = self._rng.choice(("{0}-{1}", "{0}/{1}", "Z{1}-{0}", "DOM-{1}", "{1}", "PL{2}-{0}{1}"))
        return pattern.format(
            self._rng.randint(2014, 2025), self._rng.randint(1000, 999999), self._rng.randint(100, 999)
        )

    def _telephone(self) -> str:
        digits = f"{self._rng.randint(0, 99999999):08d}"
        pairs = [digits[start : start + 2] for start in range(0, 8, 2)]
        pattern = self._rng.choice(TELEPHONES)
        return pattern.format(digits, digits[:4], digits[4:], *pairs, digits[:3], digits[:6])
