"""The inventory list: rows, and one module per format."""
