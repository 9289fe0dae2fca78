"""The records of a JSON source, whatever they are wrapped in.

Read are: one object, an array, objects one behind the other or one a line (JSON Lines), and what the answers of search
services look like: an object with the array in ``results``, ``data``, ``items`` … (`CONTAINERS`), also one level
deeper (``message.items``); further, an object of objects by their ids. A record that is broken is reported alone.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from kg.model import Paper, Place, Skipped
from kg.readers.content import Content
from kg.readers.json_text import BrokenJson, JsonText, NestedTooDeeply
from kg.readers.record import paper_of

#: Keys under which an object holds its records, in lower case;
CONTAINERS = frozenset(
    "results result data records works publications documents docs hits hit dailypapers searchresults "
    "recommendedpapers library notes".split()
)
#: and those that do so even where it has a title, which is that of a list or feed then.
LISTS = frozenset("items entry entries papers articles".split())
#: Keys of objects that only wrap what is of interest.
ENVELOPES = frozenset("message data response hits result resultlist search-results feed".split())
#: What has one of these, or a title, is a paper itself; its arrays are references or comments.
_OF_A_PAPER = frozenset(("abstract", "paper"))
#: After so many values in a row that are nested too deeply nothing more is looked for.
BOTTOMLESS = 3
#: An object up to this length is parsed at once; a longer one is walked through, in characters.
WHOLE = 1_000_000


def read_records(content: Content, fields: Callable[[Any], Mapping[str, Any]]) -> Iterator[Paper | Skipped]:
    """Yield a Paper or a Skipped for each record, whose fields the function finds in its object."""
    for number, value in enumerate(read_objects(content), start=1):
        place = Place(content.name, record=number)
        yield Skipped(place, value) if isinstance(value, str) else paper_of(fields(value), place)


def read_objects(content: Content) -> Iterator[dict[str, Any] | str]:
    """Yield the object of each record, or the reason why it has none."""
    for value in _records(JsonText(content.pieces())):
        if isinstance(value, dict):
            yield value
        elif isinstance(value, BrokenJson):
            yield str(value)
        else:
            yield f"not a JSON object: {'null' if value is None else type(value).__name__}"


@lru_cache(maxsize=4)
def first_records(head: str, most: int = 3) -> tuple[dict[str, Any], ...]:
    """The first records of a source, to know its format by; one that the head cuts off comes as far as it goes."""
    found = list[dict[str, Any]]()
    if head.lstrip("\ufeff \t\r\n\x1e")[:1] not in ("{", "["):
        return ()
    for value in _records(JsonText([head])):
        members = value.members if isinstance(value, BrokenJson) else value
        if isinstance(members, dict) and members:
            found.append(members)
        if len(found) == most:
            break
    return tuple(found)


def is_json(text: str) -> bool:
    """Whether a text is one whole object or array."""
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def inside(value: Any, depth: int = 0) -> Iterator[Any]:
    """The records that a parsed value wraps, itself if it wraps none."""
    parts = value if isinstance(value, list) else _wrapped(value) if isinstance(value, dict) else []
    if (parts or isinstance(value, list)) and depth < 6:
        for part in parts:
            yield from inside(part, depth + 1)
    else:
        yield value


def _wrapped(members: dict[str, Any]) -> list[Any]:
    if rows := _rows(members):
        return rows
    arrays = [value for key, value in members.items() if _wraps(key, members) and _holds_objects(value)]
    if arrays or _is_titled(members):
        return arrays
    envelopes = [value for key, value in members.items() if key.lower() in ENVELOPES and isinstance(value, dict)]
    if envelopes:
        return envelopes
    if not members.keys() & _OF_A_PAPER and (lists := [value for value in members.values() if _holds_papers(value)]):
        return lists
    by_id = list(members.values())
    return by_id if all(isinstance(value, dict) and _is_titled(value) for value in by_id) else []


def _rows(members: dict[str, Any]) -> list[Any]:
    """The records of a table that was written column by column; nothing if it is none.

    Columns are objects by the rows' numbers, as pandas writes them, or arrays: of as many titles as abstracts, as one
    paper may have a list of titles, too.
    """
    columns = {key: value for key, value in members.items() if isinstance(value, dict | list)}
    names = {key.lower(): key for key in columns}
    titles = columns.get(names.get("title", ""))
    if isinstance(titles, dict) and titles and all(map(str.isdecimal, titles)):
        tables = {key: column for key, column in columns.items() if isinstance(column, dict)}
        return [{key: column.get(number) for key, column in tables.items()} for number in titles]
    abstracts = columns.get(names.get("abstract", ""))
    if not isinstance(titles, list) or not isinstance(abstracts, list) or not 1 < len(titles) == len(abstracts):
        return []
    lists = {key: column for key, column in columns.items() if len(column) == len(titles)}
    return [{key: column[number] for key, column in lists.items()} for number in range(len(titles))]


def _wraps(key: str, members: dict[str, Any]) -> bool:
    """Whether the key's array holds the records of an object with these other members."""
    name = key.lower()
    return (name in LISTS and "abstract" not in members) or (name in CONTAINERS and not _is_titled(members))


def _is_titled(members: dict[str, Any]) -> bool:
    return any(key.lower() in ("title", "display_name", "titles") for key in members)


def _holds_objects(value: Any) -> bool:
    return isinstance(value, list) and (not value or isinstance(value[0], dict | list | None))


def _holds_papers(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict) and _is_titled(value[0])


def _records(text: JsonText, within: bool = False) -> Iterator[Any]:
    """The records from here to the end of the source, or of the array that begins here; BrokenJson for a broken one."""
    depth = bottomless = 0
    while mark := text.peek():
        text.window.move_on()
        if mark in "[],":
            text.window.at += 1
            depth += (mark == "[") - (mark == "]")
            if within and depth == 0:
                return
            continue
        start = text.window.at
        try:
            yield from _object(text) if mark == "{" else inside(text.value())
            bottomless = 0
        except BrokenJson as broken:
            yield broken
            bottomless += isinstance(broken, NestedTooDeeply)
            if bottomless == BOTTOMLESS or not text.go_to_next(start, listed=depth > 0):
                if "{" in text.window.text[text.window.at :]:
                    yield BrokenJson("not JSON: what stands behind broken records is not found, and not read")
                text.window.leave()
                return
    if depth > 0:
        yield BrokenJson("cut off: the source ends inside its list of records")


def _object(text: JsonText) -> Iterator[Any]:
    start = text.window.at
    try:
        value = text.value(WHOLE)
    except NestedTooDeeply:
        raise
    except BrokenJson:
        text.window.at = start
        yield from _walk(text)
    else:
        text.remember(start)
        yield from inside(value)


def _walk(text: JsonText) -> Iterator[Any]:
    """The records of an object that is too long to be parsed at once, or broken somewhere, member by member."""
    start, members, found = text.window.at, dict[str, Any](), False
    try:
        for key in text.each_key():
            mark = text.peek()
            if mark == "[" and (_wraps(key, members) or _papers_follow(text, members)):
                found = True
                yield from _records(text, within=True)
            elif mark == "{" and key.lower() in ENVELOPES and not _is_titled(members):
                found = True
                yield from _walk(text)
            else:
                members[key] = None
                members[key] = text.value()
    except BrokenJson as broken:
        if not found:
            broken.members = members
            raise
        if text.peek():
            yield broken
            text.go_to_next(text.window.at)
    else:
        if not found:
            text.remember(start)
            yield from inside(members)


def _papers_follow(text: JsonText, members: dict[str, Any]) -> bool:
    """Whether an array of papers begins here, whatever its key, in an object that is no paper itself."""
    if members.keys() & _OF_A_PAPER or _is_titled(members):
        return False
    start = text.window.at
    text.take("[")
    first = text.value() if text.peek() == "{" else None
    text.window.at = start
    return _holds_papers([first])
