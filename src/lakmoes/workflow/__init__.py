"""The only wiring: load, call a stage, save; per document, resumable."""

from lakmoes.workflow.opening import Order
from lakmoes.workflow.run import Outcome, Step, run
from lakmoes.workflow.suggesting import Progress

__all__ = ["Order", "Outcome", "Progress", "Step", "run"]
