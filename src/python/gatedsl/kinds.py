"""What a declared network can do beside any network, and what its ReLU twin can."""

from __future__ import annotations

from typing import Any, ClassVar, Optional

import numpy

from ._errors import ArgumentError
from ._options import encoded, start, whole
from .datasets import Dataset
from .networks import Network
from .races import Race
from .reports import Census, GateReport


class GatedNetwork(Network):
    """A gated deep linear network, as it is declared."""

    #: The ReLU network on the same inputs and outputs; None where none is declared.
    ReluTwin: ClassVar[Any] = None

    @classmethod
    def gate_report(cls) -> GateReport:
        """Which of its gates could a ReLU unit have, as far as the declaration says; ``data.gate_report()`` decides them on datapoints."""
        return GateReport.read(cls._facts.functions, cls._facts.functions.make("gate_report", cls._facts.key))

    @classmethod
    def race(
        cls,
        data: Dataset,
        sigma: Any = None,
        *,
        gain: Any = None,
        units_per_pathway: Any = None,
        draws: Optional[int] = None,
        seed: Optional[int] = None,
    ) -> Race:
        """Its training predicted in expectation over the initial weights, before any are drawn.

        Args:
            data: The datapoints.
            sigma: Standard deviation of the initial weights, or a dict of them by the names of weights, as of the constructor.
            gain: Instead of it: orthogonal weights of this gain.
            units_per_pathway: Instead of the declared widths: a number for all pathways, or a dict by module; need not be whole.
            draws: The mean over so many drawn starts, 0 for never; unsaid, a test set is predicted by as many as it takes. With more than one hidden layer
                on a path their number has to be said.
            seed: Of the draws.

        Raises:
            NotImplementedError: There is no such prediction for this network; the message says why.
        """
        facts = cls._facts
        expected = encoded(start(sigma, gain, seed, units_per_pathway=units_per_pathway, draws=draws))
        return Race(facts, facts.functions.make("race_expect", facts.key, facts.data_handle("data", data), expected))

    @classmethod
    def race_from(cls, network: Network, data: Dataset) -> Race:
        """Its training predicted from the actual weights of a network: exact."""
        if not isinstance(network, cls):
            raise ArgumentError(f"network: expected a {cls._facts.name}, not {type(network).__name__}")
        facts = cls._facts
        return Race(facts, facts.functions.make("race_from", network._live(), facts.data_handle("data", data)))

    @classmethod
    def race_for_twin(
        cls, data: Dataset, sigma: Any = None, *, prediction: Optional[str] = None, seed: Optional[int] = None, draws: Optional[int] = None
    ) -> Race:
        """The training of its ReLU twin predicted.

        Args:
            data: The datapoints.
            sigma: Standard deviation of the twin's initial weights.
            prediction: "representative_units" (units of the twin's kind, a few that stand for all), or "pathways" (the declared pathways with the twin's sigma).
            seed: Of the draws of representative networks.
            draws: How many representative networks, small copies of the twin, are averaged where there are several hidden layers.
        """
        facts = cls._facts
        if sigma is None:
            raise ArgumentError("sigma: missing; expected a standard deviation")
        expected = encoded(start(sigma, None, seed, prediction=prediction, draws=draws))
        return Race(facts, facts.functions.make("race_for_twin", facts.key, facts.data_handle("data", data), expected))


class ReluNetwork(Network):
    """The ReLU network on the same inputs and outputs; its data sets are the network's."""

    def gates(self, data: Dataset, hidden_layer: int = 1) -> numpy.ndarray:
        """(units, N) of bool: which unit of a hidden layer, counted from 1, is on where."""
        return self._result("gates", self._facts.data_handle("data", data, targets=False), whole("hidden_layer", hidden_layer)).arrays["gates"]

    def frozen_gates(self, data: Dataset, hidden_layer: int = 1) -> numpy.ndarray:
        """(N, units): 1 where a unit is on, its slope where it is off; fit for a gate input."""
        return self._result("frozen_gates", self._facts.data_handle("data", data, targets=False), whole("hidden_layer", hidden_layer)).arrays["gates"]

    def census(self, data: Dataset, hidden_layer: int = 1) -> Census:
        """Which gates its units have, by pattern and by class."""
        facts = self._facts
        handle = facts.functions.make("census", self._live(), facts.data_handle("data", data, targets=False), whole("hidden_layer", hidden_layer))
        return Census.read(facts.functions, handle)
