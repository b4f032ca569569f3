"""How good detection is: figures against what careful people marked."""
