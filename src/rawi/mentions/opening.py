"""Opening a reading for this room: words looked up, known names and offices found, nothing decided."""

from rawi.lexicon import Lexicon
from rawi.mentions.known import find_known
from rawi.mentions.page import Page
from rawi.mentions.roles import find_roles
from rawi.model.reading import Reading


def open_page(reading: Reading, *, lexicon: Lexicon) -> Page:
    """The reading with each word looked up, what the knowledge base knows in it, and its offices."""
    look_up = lexicon.name_words.look_up
    known, terms = find_known(reading, lexicon=lexicon)
    page = Page(
        reading=reading,
        lexicon=lexicon,
        folded=reading.words.folded,
        looks=[look_up(word) for word in reading.words.folded],
        known=known,
        terms=terms,
        roles={},
    )
    page.roles.update(find_roles(page))
    return page
