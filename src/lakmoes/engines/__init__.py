"""How the work on documents is spread over workers."""
