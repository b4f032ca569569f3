"""The app: its routes, its ways in and its guard, put together.

In: the desk of an opened dossier and the way in. Out: an ASGI application. Its OpenAPI description stands at
``/api/openapi.json``; everything that the pages do goes through that API.
"""

from fastapi import Depends, FastAPI
from starlette.staticfiles import StaticFiles

from lakmoes import __version__
from lakmoes.web.dependencies import signed_in
from lakmoes.web.entrances import Entrance
from lakmoes.web.faults import add_fault_handlers
from lakmoes.web.publishing import Publisher
from lakmoes.web.rendering import STATIC
from lakmoes.web.routes import SIGNED_IN, session
from lakmoes.web.security import Guard
from lakmoes.workflow.reviewing import Desk

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})


def create_app(desk: Desk, entrance: Entrance, hosts: frozenset[str] = LOCAL_NAMES) -> FastAPI:
    """The review app on one dossier.

    Args:
        desk: The opened dossier.
        entrance: How people come in.
        hosts: Names, in small letters and without port, by which the server may be addressed.
    """
    app = FastAPI(
        title="Lakmoes",
        version=__version__,
        description="Beoordelen van een Wob- of Woo-dossier. Alles wat de schermen doen, kan ook zo.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.desk = desk
    app.state.entrance = entrance
    app.state.publisher = Publisher(desk)
    app.include_router(session.router)
    for router in SIGNED_IN:
        app.include_router(router, dependencies=[Depends(signed_in)])
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    add_fault_handlers(app)
    app.add_middleware(Guard, hosts=hosts)
    return app
