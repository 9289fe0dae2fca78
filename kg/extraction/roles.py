"""What the paper does with a thing where it names it, read from who found the name and the words before it.

A baseline: a coined name is proposed; words of comparing right before a name make it a rival; a name that
stands before the abstract comes to its own work is only mentioned; else the type gives the usual role.
"""

import re

from kg.model import EntityType, Role

_USUAL: dict[str, Role] = {
    EntityType.METHOD: Role.USES,
    EntityType.MODEL: Role.USES,
    EntityType.BENCHMARK: Role.EVALUATES_ON,
    EntityType.METRIC: Role.REPORTS,
}
_COMPARING = re.compile(
    r"\b(?:outperform\w*|surpass\w*|exceed\w*|beat(?:s|ing)?|compar\w+\s(?:[\w-]+\s){0,8}?(?:to|with|against|both)"
    r"|comparison\s(?:to|with)|(?:better|faster|higher|lower|worse|stronger|cheaper|more\s\w+|less\s\w+)\sthan"
    r"|over\s(?:the\s)?(?:baselines?|standard|vanilla|traditional)|\d(?:\.\d+)?\s?\\?%\s(?:\w+\s){0,2}?over"
    r"|versus|vs\.?|baselines?\s?(?:[,(]\s?)?(?:such\sas|like|including)|relative\sto|rival\w*|on\spar\swith"
    r"|competitive\swith|comparable\s(?:\w+\s){0,2}?(?:to|with)|unlike|than)\s(?:[\w.-]+[,\s(]+){0,6}\(?$",
    re.IGNORECASE,
)


def read_role(type: str, coined: bool, background: bool, before: str) -> Role:
    """The role of one mention.

    ``coined``: the paper gives this name itself; ``background``: it stands before the paper comes to its own
    work; ``before``: the sentence up to the name.
    """
    if coined:
        return Role.PROPOSES
    if background:
        return Role.MENTIONS
    if type in (EntityType.METHOD, EntityType.MODEL) and _COMPARING.search(before):
        return Role.COMPARES_WITH
    return _USUAL.get(type, Role.USES)
