"""The first step over all papers: uses of names that are spelled alike, or that lexicons give one name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.model import Mention
from kg.resolution.name_grammar import is_versioned
from kg.resolution.shared_words import worded_alike, words_within
from kg.resolution.surface import plain, spelling_key
from kg.resolution.things import Thing, Use

#: Type and key of a form → the key of the lexicon name of which it is a form.
_KnownForms = dict[tuple[str, str], str]

_NEARLY_ALL = 0.9
#: A single paper that explains a form otherwise tells little.
_FEWEST_OTHERS = 2


def things_of(uses: Iterable[Use]) -> list[Thing]:
    """Uses whose names are spelled alike, the name being a lexicon's, else the long form, else the form itself.

    A form that stands for one lexicon name elsewhere, and hardly for anything else, is that name here too, unless the
    paper says what it means, or made the name itself: then the thing has it anew. A long form from which one paper
    coined a name of its own is apart from the same words elsewhere.
    """
    uses = list(uses)
    known_forms = _known_forms(uses)
    known_names = {spelling_key(use.group.known): use.group.known for use in uses if use.group.known}
    surely_known = _surely_known(known_forms, known_names, uses)
    by_key: dict[str, list[Use]] = defaultdict(list)
    anew: set[str] = set()
    for use in uses:
        group = use.group
        key = spelling_key(group.known or group.long or group.name)
        key = key if use.owns_name else surely_known.get((group.type, key), key)
        known = known_forms.get((group.type, spelling_key(group.name)))
        if use.owns_name and known and " " not in plain(group.name):
            anew.add(key)
        elif group.long and not group.known and known and worded_alike(group.long, known_names[known]):
            key = known
        elif use.is_coined_for_long:
            key = f"{key} {spelling_key(group.name)}"
        by_key[key].append(use)
    return [Thing.of(by_key[key], anew=key in anew) for key in sorted(by_key)]


def _known_forms(uses: Iterable[Use]) -> _KnownForms:
    """The forms that nearly wherever they are known are those of one name."""
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for use in uses:
        if use.group.known:
            for mention in use.group.mentions:
                if _is_form_of(mention, use.group.known):
                    names[use.group.type, spelling_key(mention.text)][spelling_key(use.group.known)] += 1
    surest = {form: max(sorted(keys), key=keys.__getitem__) for form, keys in names.items()}
    return {form: key for form, key in surest.items() if names[form][key] >= _NEARLY_ALL * names[form].total()}


def _is_form_of(mention: Mention, known: str) -> bool:
    """Whether what stands for a known name here may do so elsewhere: in the lexicon, its acronym, or its very words.

    *clustering* is short for *Agglomerative Clustering* only in the paper that has both.
    """
    return mention.name is not None or (
        not is_versioned(mention.text) and (_is_acronym(mention.text) or worded_alike(mention.text, known))
    )


def _is_acronym(name: str) -> bool:
    return " " not in name and sum(map(str.isupper, name)) > 1


def _surely_known(forms: _KnownForms, names: Mapping[str, str], uses: Iterable[Use]) -> _KnownForms:
    """The forms without those that papers explain more than half as often by words for something else.

    What a paper proposes under a name tells nothing of what others mean by it: *SCM* is not *Synthetic Control Method*
    in all papers because it is in one and *structural causal model* in ten.
    """
    known, otherwise = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for use in uses:
        group = use.group
        form = group.type, spelling_key(group.name)
        if form not in forms:
            continue
        if group.known:
            known[form] += 1
        elif group.long and not use.proposes and not words_within(group.long, names[forms[form]]):
            otherwise[form] += 1
    return {
        form: name
        for form, name in forms.items()
        if otherwise[form] < _FEWEST_OTHERS or 2 * otherwise[form] <= known[form]
    }
