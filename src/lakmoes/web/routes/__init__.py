"""The addresses of the app, by subject; each hands on to the desk and gives its answer a shape."""

from lakmoes.web.routes import (
    documents,
    dossier,
    motivations,
    pages,
    persons,
    publishing,
    reviewing,
    samples,
    session,
    trail,
)

SIGNED_IN = (
    session.private,
    dossier.router,
    documents.router,
    persons.router,
    reviewing.router,
    motivations.router,
    samples.router,
    trail.router,
    publishing.router,
    pages.router,
)
"""Routers of which every route asks who makes the request."""
