"""Builds the language pipeline that ships with the package."""
