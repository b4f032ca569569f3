"""The only wiring: load, call a stage, save; per document, resumable."""

from lakmoes.workflow.analysing import Progress
from lakmoes.workflow.opening import Order
from lakmoes.workflow.run import Outcome, Step, run

__all__ = ["Order", "Outcome", "Progress", "Step", "run"]
