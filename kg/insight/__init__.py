"""What can be read off the papers of a build beyond the graph: the results that they report."""

from kg.insight.leaderboard import NOT_COMPARED, Group, Table, aliases_in, leaderboard, shown_value
from kg.insight.reported import ReportedRow, from_record, read_results, record, reported_rows, write_results

__all__ = [
    "NOT_COMPARED",
    "Group",
    "ReportedRow",
    "Table",
    "aliases_in",
    "from_record",
    "leaderboard",
    "read_results",
    "record",
    "reported_rows",
    "shown_value",
    "write_results",
]
