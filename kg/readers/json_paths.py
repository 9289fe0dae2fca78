"""Reach into parsed JSON whose shape is not sure: what is not there is None or empty, and nothing raises."""

from typing import Any


def at(value: Any, *path: str | int) -> Any:
    """What lies at the end of a path of keys and positions; None where it leads nowhere."""
    for step in path:
        if isinstance(step, str):
            value = value.get(step) if isinstance(value, dict) else None
        else:
            value = value[step] if isinstance(value, list) and step < len(value) else None
    return value


def listed(value: Any, *path: str | int) -> list[Any]:
    """The elements of the array at the end of a path; none where there is no array."""
    found = at(value, *path)
    return found if isinstance(found, list) else []


def each(value: Any, *path: str | int) -> list[Any]:
    """What lies at the end of the path in each element of an array, where there is anything."""
    found = (at(element, *path) for element in value) if isinstance(value, list) else ()
    return [element for element in found if element]


def text_at(value: Any, *path: str | int) -> str:
    """The text at the end of a path; empty where there is none, or something else."""
    found = at(value, *path)
    return found if isinstance(found, str) else ""
