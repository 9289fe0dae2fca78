"""What the paper does with a thing where it names it, read from who found the name and the words before it.

A baseline: the type gives the usual role, a coined name is proposed, and words of comparing right before a
name make it a rival.
"""

import re

from kg.model import EntityType, Role

_USUAL = {
    EntityType.METHOD: Role.USES,
    EntityType.MODEL: Role.USES,
    EntityType.BENCHMARK: Role.EVALUATES_ON,
    EntityType.METRIC: Role.REPORTS,
}
_COMPARING = re.compile(
    r"\b(?:outperform\w*|surpass\w*|exceed\w*|beat(?:s|ing)?|compared?\s(?:to|with|against)|comparison\s(?:to|with)"
    r"|(?:better|faster|higher|lower|worse|more\s\w+|less\s\w+)\sthan|over\s(?:the\s)?(?:baselines?|standard|vanilla)"
    r"|versus|vs\.?|baselines?\s(?:such\sas|like|including)|relative\sto|rival\w*|on\spar\swith|competitive\swith)"
    r"\s(?:[\w-]+[,\s]+){0,6}$"
)


def read_role(type: EntityType, coined: bool, before: str) -> Role:
    """The role of one mention; ``before`` is the sentence up to the name."""
    if coined:
        return Role.PROPOSES
    if type in (EntityType.METHOD, EntityType.MODEL) and _COMPARING.search(before):
        return Role.COMPARES_WITH
    return _USUAL[type]
