"""Everything Rawi raises on purpose, as one tree.

::

    RawiError
     ├── InputError            a file, a page or an article cannot be read as what it should be
     ├── LexiconError          language data is wrong: a resource of the package or the user's own overlay
     ├── ModelError            a trained model is missing or does not fit this version
     ├── LedgerError           the store cannot be opened, read or written
     │    └── MigrationError   the store was made by another version and cannot be brought up to date
     ├── CorrectionError       a person's decision points at nothing, or contradicts another
     ├── GoldError             a gold file cannot be scored
     └── SettingsError         an option or a settings file is wrong

A message is a full sentence: what is wrong, where, and what to do. Bad input inside a batch is not raised but recorded
as a failure beside the articles that were read; bad configuration or language data stops at once.
"""


class RawiError(Exception):
    """Base of all errors that Rawi raises on purpose."""


class InputError(RawiError):
    """A file, a page or an article cannot be read as what it should be."""


class LexiconError(RawiError):
    """Language data is wrong; the message names file and line."""


class ModelError(RawiError):
    """A trained model is missing or does not fit this version."""


class LedgerError(RawiError):
    """The store cannot be opened, read or written."""


class MigrationError(LedgerError):
    """The store was made by another version and cannot be brought up to date."""


class CorrectionError(RawiError):
    """A person's decision points at nothing, or contradicts another."""


class GoldError(RawiError):
    """A gold file cannot be scored."""


class SettingsError(RawiError):
    """An option or a settings file is wrong."""
