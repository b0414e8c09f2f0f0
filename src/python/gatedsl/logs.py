"""What was logged: of trainings, and of predictions."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, Mapping, NamedTuple, Optional, Union

import numpy

from ._abi import Handle, Result, text
from ._options import number


@dataclass(frozen=True)
class Snapshot:
    """What a network represents at an epoch, before the update of that epoch (the last: after all).

    Attributes:
        epoch: From 0 to the number of epochs.
        hidden_kernel: (N, N), the sum over hidden layers of h_n.h_m.
        hidden_kernels: The same for each hidden layer, by its name; a bank is one.
        tangent_kernel: (N, N), the trace over outputs of the neural tangent kernel.
        predictions: (N, units) for each output, by its layer's name.
    """

    epoch: int
    hidden_kernel: numpy.ndarray
    hidden_kernels: Mapping[str, numpy.ndarray]
    tangent_kernel: numpy.ndarray
    predictions: Mapping[str, numpy.ndarray]


class Log:
    """Losses over epochs. Arrays share the library's memory, which lives as long as one of them.

    Attributes:
        loss: (L,) losses on the scale of the options, each before the update of its epoch.
        epochs: (L,) the epochs, rising.
        test_loss: (L,) losses on the test data, or None.
        test_loss_by: The same by the indices of ``test_by``, under names like ``Item=0,Context=2``; empty where nothing was asked for.
        snapshots: What the network represented at the epochs that were asked for.
    """

    def __init__(self, functions: Any, handle: Handle) -> None:
        self._functions = functions
        self._handle = handle
        self._result = result = Result(functions, handle)
        self.loss: numpy.ndarray = result.arrays["loss"]
        self.epochs: numpy.ndarray = result.arrays["epochs"]
        self.test_loss: Optional[numpy.ndarray] = result.arrays.get("test_loss")
        self.test_loss_by: Mapping[str, numpy.ndarray] = _named(result.arrays, result.facts.get("test_loss_by"))
        self.snapshots: list[Snapshot] = [self._snapshot(one) for one in result.facts.get("snapshots", [])]

    def __len__(self) -> int:
        return len(self.loss)

    def save(self, path: Union[str, os.PathLike[str]]) -> None:
        """Writes losses, epochs, test losses, mode strengths and snapshots (kernels summed over layers) as .npz: all of it, or the file stays as it was.

        ``numpy.load`` reads it; its names are those of C#: Loss, Epochs, TestLoss, HiddenKernel/EPOCH, and so on.

        Raises:
            ValueError: The path has another ending.
            OSError: It cannot be written.
        """
        self._functions.check(self._functions.log_save(self._handle.value, text(os.fspath(path), "path")))

    def to_frame(self) -> Any:
        """The losses as a pandas frame: loss, and test_loss where there is one, over epochs.

        Raises:
            ImportError: pandas is not there.
        """
        try:
            import pandas
        except ImportError:
            raise ImportError("to_frame needs pandas: pip install pandas") from None
        columns = {"loss": self.loss} if self.test_loss is None else {"loss": self.loss, "test_loss": self.test_loss}
        return pandas.DataFrame({name: numpy.array(values) for name, values in columns.items()}, index=pandas.Index(numpy.array(self.epochs), name="epoch"))

    def plot(self, ax: Any = None, **style: Any) -> Any:
        """Draws the losses over epochs.

        Args:
            ax: Matplotlib's axes; None: the current ones.
            style: For the line, as of ``Axes.plot``; ``label`` for one.

        Returns:
            The axes.

        Raises:
            ImportError: matplotlib is not there.
        """
        if ax is None:
            try:
                from matplotlib import pyplot
            except ImportError:
                raise ImportError("plot needs matplotlib: pip install matplotlib") from None
            ax = pyplot.gca()
        (line,) = ax.plot(self.epochs, self.loss, **style)
        if self.test_loss is not None:
            label = style.get("label")
            ax.plot(self.epochs, self.test_loss, color=line.get_color(), linestyle="--", label=f"{label}, test" if label else None)
        ax.set_xlabel("epoch")
        ax.set_ylabel("loss")
        return ax

    def _snapshot(self, one: Mapping[str, Any]) -> Snapshot:
        arrays = self._result.arrays
        return Snapshot(
            one["epoch"],
            arrays[one["hidden_kernel"]],
            {name: arrays[array] for name, array in one["hidden_kernels"].items()},
            arrays[one["tangent_kernel"]],
            {name: arrays[array] for name, array in one["predictions"].items()},
        )

    def __repr__(self) -> str:
        if len(self.loss) == 0:
            return f"<{type(self).__name__} without epochs>"
        return f"<{type(self).__name__} of {len(self.loss)} losses, {self.loss[0]:.6g} to {self.loss[-1]:.6g}>"


class TrainingLog(Log):
    """What a training logged.

    Attributes:
        method: "batch" or "statistics", how steps were taken.
        method_reason: Why, as a sentence.
        reduction_reason: To what the training was reduced and why, as a sentence.
    """

    def __init__(self, functions: Any, handle: Handle) -> None:
        super().__init__(functions, handle)
        facts = self._result.facts
        self.method: str = facts.get("method", "")
        self.method_reason: str = facts.get("method_reason", "")
        self.reduction_reason: str = facts.get("reduction_reason", "")


class TrainedNetwork(NamedTuple):
    """One of many trainings.

    Attributes:
        network: The trained network.
        log: What its training logged.
    """

    network: Any
    log: TrainingLog


class RaceLog(Log):
    """What the race reduction predicts of a training.

    Attributes:
        mode_strengths: (L, modes) for every pathway, by its name: the strength of every mode of its effective data set, by falling singular value.
        gate_shares: Of a predicted twin: by gate pattern its share of path strength at ``gate_share_epochs``.
        gate_share_epochs: The epochs of ``gate_shares``.
        layer_gate_shares: The same by hidden layer, where there are several.
        draws: Where starts are drawn, for a twin with several hidden layers, and for an expectation that says so or has a test set: the losses of each
            draw, whose mean ``loss`` is.
        test_draws: Their losses on the test set, whose mean ``test_loss`` is.
    """

    def __init__(self, functions: Any, handle: Handle) -> None:
        super().__init__(functions, handle)
        facts, arrays = self._result.facts, self._result.arrays
        self.mode_strengths: Mapping[str, numpy.ndarray] = _named(arrays, facts.get("mode_strengths"))
        self.gate_shares: Mapping[str, numpy.ndarray] = _named(arrays, facts.get("gate_shares"))
        self.gate_share_epochs: numpy.ndarray = arrays.get("gate_share_epochs", numpy.zeros(0, numpy.int32))
        self.layer_gate_shares: Mapping[str, Mapping[str, numpy.ndarray]] = {
            layer: _named(arrays, shares) for layer, shares in (facts.get("layer_gate_shares") or {}).items()
        }
        self.draws: list[numpy.ndarray] = [arrays[name] for name in facts.get("draws") or []]
        self.test_draws: list[numpy.ndarray] = [arrays[name] for name in facts.get("test_draws") or []]

    def band(self, share: float) -> tuple[numpy.ndarray, numpy.ndarray]:
        """Epochwise quantiles of the draws: another draw lies between them with the probability ``share``, above 0 and below 1.

        Returns:
            The lower and the upper losses, each (L,).

        Raises:
            ValueError: The share is out of its range.
            RuntimeError: There are fewer than two draws.
        """
        arrays = Result(self._functions, self._functions.make("band", self._handle.value, number("share", share))).arrays
        return arrays["low"], arrays["high"]


def _named(arrays: Mapping[str, numpy.ndarray], names: Optional[Mapping[str, str]]) -> dict[str, numpy.ndarray]:
    return {name: arrays[array] for name, array in (names or {}).items()}
