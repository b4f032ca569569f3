"""The dossier on disk: its settings, its store with append-only decisions, its folders."""
