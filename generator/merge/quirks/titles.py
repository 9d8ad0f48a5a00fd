"""Titles, folders, tags and paths as people typed them."""

from __future__ import annotations

import re

import attrs

from ..endpoint import Endpoint

MISSPELT = {
    "Taxe": "Tax",
    "Expens": "Expense",
    "Requsition": "Requisition",
    "Requsitions": "Requisitions",
    "Multity": "Multi",
    "Multy": "Multi",
}


def stray_spaces(endpoint: Endpoint) -> Endpoint:
    """Spaces before, after and inside a path."""
    path = "".join(endpoint.path.split())
    return endpoint if path == endpoint.path else attrs.evolve(endpoint, path=path)


def misspelt_title(endpoint: Endpoint) -> Endpoint:
    """``Taxe``, ``Expens``, ``Requsitions``, ``Multity``: misspellings do not reach public names."""
    title, folder = _spelled(endpoint.title), _spelled(endpoint.folder)
    if (title, folder) == (endpoint.title, endpoint.folder):
        return endpoint
    return attrs.evolve(endpoint, title=title, folder=folder, tags=tuple(_spelled(tag) for tag in endpoint.tags))


def _spelled(text: str) -> str:
    return re.sub(r"[A-Za-z]+", lambda word: MISSPELT.get(word.group(0), word.group(0)), text)


def tag_in_two_spellings(endpoint: Endpoint) -> Endpoint:
    """``Endpoints v1/Invoices`` beside ``Invoices``: one tag, the folder's last part."""
    if len(endpoint.tags) == 1 and "/" not in endpoint.tags[0]:
        return endpoint
    return attrs.evolve(endpoint, tags=(endpoint.folder.rpartition("/")[2],))
