"""Text as sources have it → clean text, once and the same for all, with the way back.

Each module knows one kind of dirt and offers rules; a rule tells what to change in a text. `clean` has their order.
"""

from kg.readers.cleaning.clean import clean_abstract, clean_name, clean_title

__all__ = ["clean_abstract", "clean_name", "clean_title"]
