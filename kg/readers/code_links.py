"""Where a paper's code is: an address of one of the places where code is kept, in the abstract."""

import re

_PERSON_AND_PROJECT = r"[\w.-]{1,100}/[\w.-]{0,99}\w"
_HOSTS = ("github.com/", "gitlab.com/", "bitbucket.org/", "codeberg.org/", "huggingface.co/")
_ADDRESS = re.compile(
    rf"(?<![\w.-])(?:https?://)?(?:www\.)?((?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)/{_PERSON_AND_PROJECT}"
    rf"|huggingface\.co/(?:(?:datasets|spaces)/)?{_PERSON_AND_PROJECT})",
    re.ASCII | re.IGNORECASE,
)


def code_link(text: str) -> str | None:
    """The first address of a project at GitHub, GitLab, Bitbucket or Codeberg; else the first at Hugging Face."""
    lowered = text.lower() if "/" in text else ""
    has_host = any(host in lowered for host in _HOSTS)
    found = [address[1] for address in _ADDRESS.finditer(text)] if has_host else []
    first = next((one for one in found if not one.lower().startswith("huggingface")), found[0] if found else None)
    return f"https://{first.removesuffix('.git')}" if first else None
