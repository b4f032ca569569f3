"""The only home of spaCy and Presidio: from the text of pages to findings. No PDF is seen here."""
