"""The only home of PyMuPDF: reading pages, recognising scans, rendering, redacting."""
