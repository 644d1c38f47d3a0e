"""What an expression is resolved against: the day of the report, the dates before it, the way its sentence looks."""

from datetime import date, timedelta

from rawi.timex.calendar import bounds_of
from rawi.timex.joining import Tokens

# How many words back a verb or a plan still governs a bare weekday or month (measured on ../shared/eval/train.jsonl).
REACH = 14
_PREFIX = 2
_SHORTEST_VERB = 4


class Context:
    """The state of one text while its expressions are resolved in order.

    ``today`` is the day of the report, None where it is not known; ``forward`` is the assistant's reading, in which a
    bare weekday or date means the next one.
    """

    def __init__(self, tokens: Tokens, *, today: date | None, forward: bool = False) -> None:
        """Start at the beginning of a text."""
        self.tokens = tokens
        self.today = today
        self.forward = forward
        self.sentence_first = 0
        self._told: date | None = None
        self._year: int | None = None
        self._month: int | None = None
        self._day: str | None = None
        self._days: dict[tuple[int, int], int] = {}

    def begin_sentence(self, first: int) -> None:
        """Go on to the sentence that begins at the word."""
        self.sentence_first = first
        self._told = None

    def tell(self, day: date) -> None:
        """Keep the day of the week the sentence tells of, from which what it announces is counted."""
        self._told = day

    def told(self) -> date | None:
        """The past day the sentence tells of, if it named one."""
        return self._told

    def remember(self, value: str) -> None:
        """Keep the year, month and day of a resolved value for what refers back to it."""
        bounds = bounds_of(value)
        if bounds is None or len(value) < 4:
            return
        self._year = bounds[0].year
        if len(value) >= 7 and value[5:7].isdigit():
            self._month = bounds[0].month
        if bounds[1] - bounds[0] == timedelta(days=1):
            self._day = value
            self._days[bounds[0].month, bounds[0].day] = bounds[0].year

    def year_before(self) -> int | None:
        """The year last named or meant before."""
        return self._year

    def month_before(self) -> tuple[int, int] | None:
        """Year and month last named or meant before."""
        return (self._year, self._month) if self._year is not None and self._month is not None else None

    def day_before(self) -> str | None:
        """The value of the day last named or meant before."""
        return self._day

    def year_of_same_day(self, month: int, day: int) -> int | None:
        """The year in which this day and month were dated before in the text."""
        return self._days.get((month, day))

    def direction(self, index: int) -> int:
        """2 where the sentence looks ahead at the word, -1 where it looks back, 0 where nothing says which.

        The nearest verb or plan before the word decides; a call looks ahead only behind the "to" of what it calls to.
        1 stands for a verb in the present, which may also tell of what has just been.
        """
        if self.forward:
            return 2
        tokens = self.tokens
        passed_to = False
        for at in range(index - 1, max(self.sentence_first, index - REACH) - 1, -1):
            word = tokens.words.folded[at]
            if tokens.in_context("ahead", word) or self._is_future(word):
                return 2
            if tokens.in_context("planned", word):
                return 1
            if tokens.in_context("calls", word):
                return 2 if passed_to else -1
            if tokens.in_context("behind", word):
                # A verbal noun may be written like the verb: "agreed on holding", "he held".
                return 2 if at > self.sentence_first and tokens.in_context("call_to", tokens.before(at)) else -1
            passed_to = passed_to or tokens.in_context("call_to", word)
        return 0

    def _is_future(self, word: str) -> bool:
        """A verb with the prefix of the future."""
        tokens = self.tokens
        return (
            len(word) >= _SHORTEST_VERB
            and (
                tokens.in_context("future_prefixes", word[:_PREFIX])
                or tokens.in_context("future_prefixes", word[: _PREFIX + 1])
            )
            and not tokens.in_context("not_future", word)
        )
