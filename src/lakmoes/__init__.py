"""Lakmoes: suggests redactions in Wob and Woo dossiers, applies them for good, and lists them."""

__version__ = "0.1.0"
