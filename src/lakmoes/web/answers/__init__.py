"""The shapes of what goes out as JSON, and how they are made of what the desk knows.

In: the desk. Out: frozen dataclasses that FastAPI writes as JSON and describes in its OpenAPI. Numbers of
documents and pages count from 1; rectangles are ``(x0, y0, x1, y1)`` in points of the page as people see it,
origin at the top left; moments are UTC (ISO 8601).
"""
