"""How each format writes papers, in one place: the contract and the damage tests run over all of these.

A new reader adds its entry to `CASES` and is tested with the rest.
"""

import html
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

#: What the samples say: every title goes with its own abstract, and they share the word that tells them apart.
WORDS = ("Fold", "Tear", "Glue")


def title(word: str) -> str:
    """The title of the paper of a word."""
    return f"Learning to {word} Paper: A Study"


def abstract(word: str) -> str:
    """Its abstract, in one line, long enough to be taken for one."""
    return f"We {word.lower()} sheets of paper with a policy that was trained by PPO. " * 6


@dataclass(frozen=True)
class Case:
    """How one format writes papers."""

    #: Title and abstract → a record. It may hold more fields; line breaks where the format wants them.
    record: Callable[[str, str], str]
    #: A record that cannot be read, in the place of one; None where the format has no such thing.
    broken: str | None
    #: What stands before, between and behind the records of a source.
    begin: str = ""
    between: str = ""
    end: str = ""
    #: Records → the source, for formats that are no text.
    pack: Callable[[Sequence[str]], bytes] | None = None
    #: Whether a source can hold more than one paper.
    many: bool = True
    #: Whether the format is told from others by its content; plain text is not.
    recognised: bool = True

    def source(self, *records: str) -> bytes:
        """A source that holds these records."""
        if self.pack:
            return self.pack(records)
        return (self.begin + self.between.join(records) + self.end).encode()

    def papers(self, *words: str) -> bytes:
        """A source that holds the papers of these words."""
        return self.source(*(self.record(title(word), abstract(word).strip()) for word in words))


def _parquet(records: Sequence[str]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table, stream = pa.Table.from_pylist([json.loads(record) for record in records]), io.BytesIO()
    pq.write_table(table, stream, write_page_checksum=True)
    return stream.getvalue()


#: Name of the reader → how its format writes papers.
CASES: dict[str, Case] = {
    "jsonl": Case(
        record=lambda title, abstract: json.dumps({"title": title, "abstract": abstract}) + "\n",
        broken='{"title": "Lost", "abstract": \n',
    ),
    "hf-listing": Case(
        record=lambda title, abstract: f"{title}\n\n{abstract}\n\n  • 7 authors\n·\nOct 3, 2024\n\n",
        broken="A Title that Lost Its Abstract\n\n  • 2 authors\n·\nOct 4, 2024\n\n",
    ),
    "json": Case(
        record=lambda title, abstract: json.dumps({"Title": title, "Summary": abstract}, indent=2),
        broken='{\n  "Title": "Lost",\n  "Summary": "no end\n}',
        begin="[\n",
        between=",\n",
        end="\n]\n",
    ),
    "arxiv-snapshot": Case(
        record=lambda title, abstract: json.dumps(
            {"submitter": "A", "title": title, "id": None, "abstract": abstract, "update_date": "2024-01-02"}
        ),
        broken='{"submitter": "B", "title": "Lost", "abstract": }',
        between="\n",
    ),
    "hf-json": Case(
        record=lambda title, abstract: json.dumps(
            {"paper": {"id": "", "title": title, "summary": abstract, "upvotes": 3}, "numComments": 1}
        ),
        broken='{"paper": {"id": "", "title": "Lost", "summary": , "upvotes": 3}}',
        begin="[",
        between=", ",
        end="]",
    ),
    "hf-page": Case(
        record=lambda title, abstract: html.escape(
            json.dumps({"paper": {"id": "", "title": title, "summary": abstract}, "numComments": 1})
        ),
        broken=html.escape('{"paper": {"id": "", "title": "Lost", "summary": }, "numComments": 1}'),
        begin='<!doctype html><title>Daily Papers - Hugging Face</title><main><div data-target="DailyPapers" '
        'data-props="{&quot;dailyPapers&quot;:[',
        between=",",
        end=']}"></div></main>',
    ),
    "openalex": Case(
        record=lambda title, abstract: json.dumps(
            {
                "id": "",
                "doi": None,
                "title": title,
                "authorships": [],
                "abstract_inverted_index": {
                    word: [place for place, other in enumerate(abstract.split()) if other == word]
                    for word in abstract.split()
                },
            }
        ),
        broken='{"id": "", "doi": null, "title": "Lost", "authorships": [}',
        begin='{"meta": {"count": 2}, "results": [',
        between=",",
        end='], "group_by": []}',
    ),
    "semantic-scholar": Case(
        record=lambda title, abstract: json.dumps(
            {"paperId": "", "externalIds": {}, "title": title, "abstract": abstract, "tldr": None}
        ),
        broken='{"paperId": "", "externalIds": {}, "title": "Lost, "tldr": null}',
        begin='{"total": 2, "offset": 0, "data": [',
        between=", ",
        end="]}",
    ),
    "crossref": Case(
        record=lambda title, abstract: json.dumps(
            {"indexed": {}, "DOI": "", "member": "7", "title": [title], "abstract": f"<jats:p>{abstract}</jats:p>"}
        ),
        broken='{"indexed": {}, "DOI": "", "member": "7", "title": ["Lost], "abstract": ""}',
        begin='{"status": "ok", "message": {"items": [',
        between=",",
        end="]}}",
    ),
    "arxiv-atom": Case(
        record=lambda title, abstract: (
            "  <entry>\n    <id>http://arxiv.org/abs/</id>\n"
            f"    <title>{title}</title>\n    <summary>{abstract}</summary>\n  </entry>\n"
        ),
        broken="  <entry>\n    <title>Lost</title>\n    <summary>no end\n  </entry>\n",
        begin='<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        "  <id>http://arxiv.org/api/x</id>\n",
        end="</feed>\n",
    ),
    "oai": Case(
        record=lambda title, abstract: (
            "<record><header/><metadata><arXiv>"
            f"<title>{title}</title><abstract>{abstract}</abstract></arXiv></metadata></record>\n"
        ),
        broken="<record><metadata><arXiv><title>Lost</arXiv></metadata></record>\n",
        begin='<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>\n',
        end="</ListRecords></OAI-PMH>\n",
    ),
    "pubmed": Case(
        record=lambda title, abstract: (
            "<PubmedArticle><MedlineCitation><Article>"
            f"<ArticleTitle>{title}</ArticleTitle><Abstract><AbstractText>{abstract}</AbstractText></Abstract>"
            "</Article></MedlineCitation></PubmedArticle>\n"
        ),
        broken="<PubmedArticle><MedlineCitation><Article><ArticleTitle>Lost</Article></PubmedArticle>\n",
        begin="<PubmedArticleSet>\n",
        end="</PubmedArticleSet>\n",
    ),
    "jats": Case(
        record=lambda title, abstract: (
            f"<article><front><article-meta><title-group><article-title>{title}</article-title></title-group>"
            f"<abstract><p>{abstract}</p></abstract></article-meta></front></article>\n"
        ),
        broken="<article><front><article-meta><article-title>Lost</article-meta></front></article>\n",
        begin="<pmc-articleset>\n",
        end="</pmc-articleset>\n",
    ),
    "bibtex": Case(
        record=lambda title, abstract: (
            f"@article{{key{len(title)},\n  title = {{{title}}},\n  abstract = {{{abstract}}},\n  year = 2024\n}}\n\n"
        ),
        broken="@article{lost,\n  title = {A Title that Lost Its Brace,\n  year = 2024\n}\n\n",
    ),
    "ris": Case(
        record=lambda title, abstract: f"TY  - JOUR\nTI  - {title}\nAB  - {abstract}\nPY  - 2024\nER  - \n\n",
        broken="TY  - JOUR\nTI  - One Title\nTI  - Another Title\nAB  - An abstract.\nER  - \n\n",
    ),
    "medline": Case(
        record=lambda title, abstract: f"PMID- 123\nTI  - {title}\nAB  - {abstract}\nDP  - 2024 Jan\n\n",
        broken="PMID- 124\nTI  - One Title\nTI  - Another Title\nAB  - An abstract.\n\n",
    ),
    "wos": Case(
        record=lambda title, abstract: f"PT J\nAU Doe, J\n   Roe, R\nTI {title}\nAB {abstract}\nPY 2024\nER\n\n",
        broken="PT J\nTI One Title\nTI Another Title\nAB An abstract.\nER\n\n",
        begin="FN Clarivate Analytics Web of Science\nVR 1.0\n",
        end="EF\n",
    ),
    "csl-json": Case(
        record=lambda title, abstract: json.dumps(
            {"type": "article-journal", "title": title, "abstract": abstract, "issued": {"date-parts": [[2024]]}}
        ),
        broken='{"type": "article-journal", "title": }',
        begin="[",
        between=",\n",
        end="]\n",
    ),
    "csv": Case(
        record=lambda title, abstract: f'2024,"{title}","{abstract}"\n',
        broken='2024,"A Title that Lost Its Abstract"\n',
        begin="Year,Title,Abstract\n",
    ),
    "arxiv-listing": Case(
        record=lambda title, abstract: (
            f"[1] arXiv:2401.00001 [pdf, html, other]\n    Title: {title}\n    Authors: A. Doe, B. Roe\n"
            f"    Subjects: Machine Learning (cs.LG)\n\n    {abstract}\n\n"
        ),
        broken="[2] arXiv:2401.00002 [pdf, html, other]\n    Title: One Title\n    Title: Another Title\n\n",
    ),
    "arxiv-page": Case(
        record=lambda title, abstract: (
            "<dt><a name='item1'>[1]</a> <a href='/abs/2401.00001' title='Abstract'>arXiv:2401.00001</a></dt>\n"
            f"<dd><div class='list-title mathjax'><span class='descriptor'>Title:</span> {title}</div>\n"
            f"<div class='list-authors'><a href='/a'>A. Doe</a></div><p class='mathjax'>{abstract}</p></dd>\n"
        ),
        broken=(
            "<dt><a href='/abs/2401.00002'>arXiv:2401.00002</a></dt>\n<dd><div class='list-title'>One Title</div>"
            "<div class='list-title'>Another Title</div></dd>\n"
        ),
        begin="<!DOCTYPE html>\n<html><body><dl id='articles'>\n",
        end="</dl></body></html>\n",
    ),
    "parquet": Case(
        record=lambda title, abstract: json.dumps({"title": title, "abstract": abstract}),
        broken='{"title": "", "abstract": "An abstract that lost its title."}',
        pack=_parquet,
    ),
    "text": Case(
        record=lambda title, abstract: f"{title}\n\n{abstract}\n",
        broken=None,
        many=False,
        recognised=False,
    ),
}
