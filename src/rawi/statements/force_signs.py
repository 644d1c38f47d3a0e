"""The signs of force in a content: what its words mean, what it asks, what it sees coming, what it denies."""

from collections.abc import Iterator, Sequence

import msgspec

from rawi.statements.page import Page
from rawi.statements.senses import Sense, Senses

# The words near the beginning of a content tell more than the rest.
_NEAR = 12
# A future so near the beginning is what the content is about.
_SOON = 10
# So far after the first words, a word still belongs to the beginning.
_EARLY = 3
# A negation reaches over so many words.
_NEGATES = 2
_BLAME = ("crime", "wrong", "bad", "blame_verb")
_PRAISE = ("good", "approval", "thanks")
_NEWS = ("report", "meeting", "time_words")
_NO = frozenset({"no_future", "no_past", "no_present"})
_WRONG = frozenset({"wrong", "crime", "bad"})
# How many words of blame, praise or news make one more sign.
_STEPS = (1, 2, 3, 4, 6)
_TITLE_CLASSES = frozenset({*_BLAME, "good", "approval", "report", "threat", "promise", "obligation", "meeting"})
# A share of blame or praise in an article of one in so many words is one step of its tone.
_TONE_STEP = 40
_NEWS_STEP = 30


class Spoken(msgspec.Struct, frozen=True):
    """The words of a content with their senses, the words of its source, and the word that opens it."""

    words: list[str]
    senses: list[Sense]
    source: frozenset[str]
    opener: Sense


class Tally(msgspec.Struct, frozen=True):
    """How often each class stands near the beginning and after it, where first, and which are negated."""

    near: dict[str, int]
    far: dict[str, int]
    place: dict[str, int]
    negated: set[str]

    def total(self, names: Sequence[str]) -> int:
        """How often one of the classes stands anywhere."""
        return sum(self.near.get(name, 0) + self.far.get(name, 0) for name in names)


def content_signs(spoken: Spoken) -> list[str]:
    """All signs of a content, each once; they hold whatever the cue says."""
    tally = _tally(spoken)
    found = [f"len{min(len(spoken.words) // 8, 4)}"]
    found += _class_signs(tally, spoken)
    found += _weight_signs(tally, len(spoken.words))
    found += _duty_signs(spoken)
    found += _future_signs(spoken, tally)
    found += _denial_signs(spoken)
    if any(word[0].isdigit() for word in spoken.words):
        found.append("digit")
    return list(dict.fromkeys(found))


def article_tone(page: Page, senses: Senses) -> tuple[str, ...]:
    """How much an article blames, praises and tells news, and its title's classes; remembered for the last article."""
    if senses.last and senses.last[0][0] is page.folded:
        return senses.last[0][1]
    counts: dict[str, int] = {}
    total = 1
    for word in page.folded:
        if word[:1].isalpha():
            total += 1
            for name in senses.of_word(word).classes:
                counts[name] = counts.get(name, 0) + 1
    tone = (*_shares(counts, total), *_title(page, senses))
    senses.last[:] = [(page.folded, tone)]
    return tone


def _shares(counts: dict[str, int], total: int) -> Iterator[str]:
    blame = sum(counts.get(name, 0) for name in _BLAME) * _TONE_STEP / total
    praise = sum(counts.get(name, 0) for name in _PRAISE) * _TONE_STEP / total
    news = counts.get("report", 0) * _NEWS_STEP / total
    yield from (f"tneg{min(int(blame), 6)}", f"tpos{min(int(praise), 5)}", f"trep{min(int(news), 5)}")
    yield f"tbal{max(-3, min(3, int(blame - praise)))}"
    for step in range(1, 6):
        if blame >= step:
            yield f"tneg>={step}"
        if praise >= step:
            yield f"tpos>={step}"


def _title(page: Page, senses: Senses) -> Iterator[str]:
    reading = page.reading
    found = {
        name
        for sentence in reading.sentences
        if reading.blocks[sentence.block].kind == "title"
        for word in page.folded[sentence.first : sentence.last]
        for name in senses.of_word(word).classes
        if name in _TITLE_CLASSES
    }
    return (f"tt={name}" for name in sorted(found))


def _tally(spoken: Spoken) -> Tally:
    tally = Tally({}, {}, {}, set())
    last = -_NEAR
    for place, sense in enumerate(spoken.senses):
        counts = tally.near if place < _NEAR else tally.far
        for phrase, name in sense.phrases:
            if _stands(spoken.words, place, phrase):
                counts[name] = counts.get(name, 0) + 2
                tally.place.setdefault(name, place)
        for name in sense.classes:
            counts[name] = counts.get(name, 0) + 1
            tally.place.setdefault(name, place)
            if place - last <= _NEGATES and name not in _NO:
                tally.negated.add(name)
        if not _NO.isdisjoint(sense.classes):
            last = place
    return tally


def _stands(words: list[str], place: int, phrase: tuple[str, ...]) -> bool:
    """Whether the rest of the phrase follows its first word."""
    return words[place + 1 : place + 2] == [phrase[1]] and tuple(words[place + 1 : place + len(phrase)]) == phrase[1:]


def _class_signs(tally: Tally, spoken: Spoken) -> Iterator[str]:
    for name, count in tally.near.items():
        yield from (f"{name}~{step}" for step in range(1, min(count, 3) + 1))
    for name, count in tally.far.items():
        yield from (f"{name}.{step}" for step in range(1, min(count, 2) + 1))
    for name, place in tally.place.items():
        if place <= _EARLY:
            yield f"{name}>" if place else f"{name}^"
    for name in tally.negated:
        yield f"{name}!"
    second = spoken.senses[1].classes if len(spoken.senses) > 1 else ()
    yield from (f"{name}^{after}" for name in spoken.senses[0].classes for after in second)


def _weight_signs(tally: Tally, length: int) -> Iterator[str]:
    blame, praise, news = tally.total(_BLAME), tally.total(_PRAISE), tally.total(_NEWS)
    for step in _STEPS:
        if blame >= step:
            yield f"NEG{step}"
        if praise >= step:
            yield f"POS{step}"
        if news >= step:
            yield f"REP{step}"
    yield f"bal{max(-3, min(3, blame - praise))}"
    yield f"dens{min(int(blame / length * 12), 4)}"
    yield f"pdens{min(int(praise / length * 12), 4)}"
    yield f"rdens{min(int(news / length * 10), 4)}"
    if blame >= 2 and news >= 2:
        yield "NEG&REP"
    if blame >= 2 and praise >= 2:
        yield "NEG&POS"


def _duty_signs(spoken: Spoken) -> Iterator[str]:
    senses = spoken.senses
    if "upon" in senses[0].kinds:
        yield "upon0"
    for place, sense in enumerate(senses):
        if not sense.kinds and not sense.phrases:
            continue
        where = "n" if place < _NEAR else "f"
        said = {name for phrase, name in sense.phrases if _stands(spoken.words, place, phrase)}
        if "must" in sense.kinds or "must_phrases" in said:
            yield "should_have" if place and "was" in senses[place - 1].kinds else f"must-{where}"
        if "must_not" in said:
            yield f"must_not-{where}"
        if "should_have" in said:
            yield "should_have"
        if "upon" in sense.kinds and any("that" in after.kinds for after in senses[place + 2 : place + 8]):
            yield f"upon-that-{where}" if place else "upon-that"


def _future_signs(spoken: Spoken, tally: Tally) -> Iterator[str]:
    found = set()
    for place, sense in enumerate(spoken.senses):
        kind, person = _future_kind(spoken, place, sense)
        if not kind:
            continue
        where = "n" if place < _SOON else "f"
        who = _whose(spoken, place, person)
        found.add(f"{kind}-{who}")
        yield from (f"{kind}-{who}", f"{kind}-{who}-{where}", f"{kind}-{where}")
    if found:
        yield "future"
    beside: list[str] = [name for name in ("condition", "threat", "danger", "promise") if name in tally.place]
    beside += ["NEG"] * (tally.total(_BLAME) >= 2) + ["POS"] * (tally.total(_PRAISE) >= 2)
    for future in sorted(found):
        for name in beside:
            yield f"{future}&{name}"


def _future_kind(spoken: Spoken, place: int, sense: Sense) -> tuple[str, str]:
    """How a word looks ahead (will, will not, may) and the person of its verb; empty when it does not."""
    if sense.future:
        return "will", sense.future
    if not sense.kinds or place + 1 >= len(spoken.words):
        return "", ""
    verb = spoken.senses[place + 1]
    for kind in ("will", "will_not"):
        if kind in sense.kinds:
            return kind, "we" if verb.first_person else "he"
    return ("may", "he") if "may" in sense.kinds and verb.present else ("", "")


def _whose(spoken: Spoken, place: int, person: str) -> str:
    """Whose future it is: the speaker's own, of whoever "he" is, of the speaker's side, of the source, of a third."""
    senses, before = spoken.senses, range(max(0, place - 6), place)
    passive = "-passive" if person == "passive" else ""
    if person == "we" or any("we" in senses[at].kinds for at in before):
        return "we" + passive
    if (place <= 1 and "pronouns" in spoken.opener.kinds) or (place <= 2 and "pronouns" in senses[0].kinds):
        return "pronoun" + passive
    if any("own_side" in senses[at].classes for at in before):
        return "own" + passive
    if any(senses[at].stem in spoken.source or spoken.words[at] in spoken.source for at in before):
        return "source" + passive
    return "third" + passive


def _denial_signs(spoken: Spoken) -> Iterator[str]:
    senses = spoken.senses
    for place, sense in enumerate(senses[:20]):
        if "no" not in sense.kinds:
            continue
        if any("any" in after.kinds for after in senses[place + 1 : place + 5]):
            yield "no-any"
        if place < _EARLY:
            yield "no-early"
            yield f"no-early={spoken.words[place]}"
        if any(not _WRONG.isdisjoint(after.classes) for after in senses[place + 1 : place + 3]):
            yield "no-wrong"
        yield "no-n" if place < _NEAR else "no-f"
