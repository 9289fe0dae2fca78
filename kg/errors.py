"""What can go wrong, as one tree.

KgError                 anything that kg raises on purpose; its text is meant for the user
├── InputError          an input cannot be used
│   ├── UnreadableInput a file or folder cannot be opened, or holds no text
│   ├── UnknownFormat   no reader recognises the content
│   │   └── NoInput     and none was meant to: a picture in a folder
│   └── NoPapers        all inputs were read and no paper was found in them
├── OutputError         a file cannot be written; what stood there before still stands
├── LexiconError        a lexicon file breaks one of its rules
├── CurationError       a table of decisions, or the doubts it answers, cannot be read
└── MissingExtra        what was asked for needs packages that are not installed
"""


class KgError(Exception):
    """Base of all errors that kg raises on purpose."""


class InputError(KgError):
    """An input cannot be used."""


class UnreadableInput(InputError):
    """A file or folder cannot be opened, or holds no text."""


class UnknownFormat(InputError):
    """No reader recognises the content."""


class NoInput(UnknownFormat):
    """No reader recognises the content, and none was meant to: a picture in a folder."""


class NoPapers(InputError):
    """All inputs were read and no paper was found in them."""


class OutputError(KgError):
    """A file cannot be written; what stood there before still stands."""


class LexiconError(KgError):
    """A lexicon file breaks one of its rules."""


class CurationError(KgError):
    """A table of decisions, or the doubts it answers, cannot be read; the text names file and line."""


class MissingExtra(KgError):
    """What was asked for needs packages that are not installed; the text names the extra that brings them."""
