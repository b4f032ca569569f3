"""The pages of the app: one dataclass each, with the values that its template shows.

In: the desk and who is signed in. Out: a page for ``rendering``. Pages read well without scripts; what
changes something goes through the API.
"""
