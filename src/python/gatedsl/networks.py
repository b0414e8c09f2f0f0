"""What every network can do, gated or not."""

from __future__ import annotations

import ctypes
import os
from typing import TYPE_CHECKING, Any, ClassVar, Mapping, Optional, Sequence, Union

import numpy

from ._abi import Handle, Result, text
from ._errors import ArgumentError
from ._options import encoded, number, scale_of, seed_of, start, training
from ._running import ProgressArgument, Run
from .datasets import Dataset
from .logs import TrainedNetwork, TrainingLog
from .reports import Description
from .weights import WeightViews

if TYPE_CHECKING:
    from .library import Facts

Predictions = Union[numpy.ndarray, "dict[str, numpy.ndarray]"]


class Network:
    """A network of a library; which one is said by its subclass, an attribute of the library.

    Args:
        sigma: Standard deviation of the initial weights, N(0, sigma^2); or a dict of them, by the names of weights with or without the copy's index.
        seed: Of the draws, a whole number from 0 to 2^64 - 1. The same seed gives the same weights on every machine.
        gain: Instead of ``sigma``: orthogonal weights of this gain.
        weights: Instead of both: an array for each weight matrix, target x source.

    Raises:
        ArgumentError: Not exactly one of the three is given.
        ValueError: A name is missing or unknown, or a number out of its range.
    """

    _facts: ClassVar[Facts]

    #: What the network is: ``str()`` is its architecture.
    description: ClassVar[Description]

    def __init__(self, sigma: Any = None, seed: int = 0, *, gain: Any = None, weights: Optional[Mapping[str, Any]] = None) -> None:
        """Draws weights, or takes them; the class says what each argument is."""
        facts = self._facts
        if weights is not None:
            if sigma is not None or gain is not None:
                raise ArgumentError("weights: expected one of sigma, gain and weights")
            if not isinstance(weights, Mapping):
                raise ArgumentError("weights: expected a dict of arrays by the names of weights")
            self._take(facts.functions.make("network_create", facts.key, b'{"sigma":0,"seed":0}'))
            views = self.weights
            for name in weights:
                if name not in views:
                    raise ValueError(f"weights: there are no weights {name!r}; there are {', '.join(views)}")
            for name in views:
                if name not in weights:
                    raise ValueError(f"weights: {name} is missing")
                views[name] = weights[name]
        else:
            self._take(facts.functions.make("network_create", facts.key, encoded(start(sigma, gain, seed))))

    def _take(self, handle: Handle) -> None:
        self._handle = handle
        self._views: Optional[WeightViews] = None
        self._step_function = self._facts.functions.step
        self._found = ctypes.c_double()
        self._found_at = ctypes.byref(self._found)

    @classmethod
    def _of(cls, handle: Handle) -> Any:
        network = cls.__new__(cls)
        network._take(handle)
        return network

    # ---- data ----

    @classmethod
    def dataset(cls, *arrays: Any, **named: Any) -> Dataset:
        """Datapoints: an array for every input, selector and output, by name or in the order of declaration.

        Shapes are (N,) for one-hot inputs, selectors and labels (whole numbers), and (N, units) for everything else. Arrays are copied.

        Raises:
            ArgumentError: An array is missing, unknown, or not of numbers.
            ValueError: A shape or a number is out of its bounds; the message names the argument, the datapoint and the bound.
        """
        return cls._facts.dataset(arrays, named)

    @classmethod
    def inputs(cls, *arrays: Any, **named: Any) -> Dataset:
        """Datapoints without targets, to predict on: as :meth:`dataset`, without the outputs."""
        return cls._facts.inputs(arrays, named)

    @classmethod
    def task(cls) -> dict[str, numpy.ndarray]:
        """The data of the task that the network is declared for, an array for each argument of :meth:`dataset`.

        Raises:
            NotImplementedError: It is declared for none.
        """
        functions = cls._facts.functions
        return {name: array.copy() for name, array in Result(functions, functions.make("task", cls._facts.key)).arrays.items()}

    # ---- training ----

    def train(
        self,
        data: Dataset,
        epochs: int = 1000,
        step_size: Optional[float] = None,
        test: Optional[Dataset] = None,
        *,
        loss_scale: str = "sum",
        batch_size: Optional[int] = None,
        shuffle_seed: Optional[int] = None,
        momentum: Optional[float] = None,
        nesterov: Optional[bool] = None,
        weight_decay: Optional[float] = None,
        step_factors: Optional[Mapping[str, float]] = None,
        record_every: Optional[int] = None,
        method: Optional[str] = None,
        reductions: Optional[str] = None,
        snapshot_epochs: Optional[Sequence[int]] = None,
        test_by: Optional[Sequence[str]] = None,
        checkpoint: Any = None,
        progress: ProgressArgument = None,
        **others: Any,
    ) -> TrainingLog:
        """Trains by gradient descent. Other Python threads run meanwhile; Ctrl+C stops between two epochs.

        Args:
            data: The datapoints.
            epochs: Passes over them.
            step_size: Must be given.
            test: Data whose loss is logged, too.
            loss_scale: "sum" (1/2 sum over datapoints of |y - yhat|^2) or "mean", of what is descended and logged.
            batch_size: Datapoints of an update; 0: all.
            shuffle_seed: Of the order of datapoints in batches.
            momentum: From 0 to below 1.
            nesterov: With Nesterov's momentum.
            weight_decay: At least 0.
            step_factors: Factors of the step size by weights; 0 freezes them.
            record_every: Losses are logged every so many epochs, and at the last.
            method: "auto", "batch" or "statistics".
            reductions: "auto", "never" or "always".
            snapshot_epochs: Epochs at which the log keeps kernels and predictions.
            test_by: One-hot inputs and selectors by whose values the test loss is logged too.
            checkpoint: (path, epochs between two states): a training that is killed and called again goes on from there.
            progress: True for a bar (tqdm's, where it is there); or a function of a Progress (epoch, epochs, loss). What it raises, this raises.
            others: None; an unknown name is refused with the nearest known one.

        Raises:
            ValueError: An argument is out of its range.
            FloatingPointError: The training diverged (a DivergedError, with the stable step size).
            RuntimeError: Another thread computes with the network.
            KeyboardInterrupt: Ctrl+C; the weights are those after a whole epoch.
        """
        options = training(
            epochs, step_size, loss_scale=loss_scale, batch_size=batch_size, shuffle_seed=shuffle_seed, momentum=momentum, nesterov=nesterov,
            weight_decay=weight_decay, step_factors=step_factors, record_every=record_every, method=method, reductions=reductions,
            snapshot_epochs=snapshot_epochs, test_by=test_by, checkpoint=checkpoint, **others,
        )
        facts = self._facts
        log = ctypes.c_int64()
        run = Run(progress)
        handles = self._live(), facts.data_handle("data", data), 0 if test is None else facts.data_handle("test", test)
        run(facts.functions, "train", *handles, options, run.progress, run.poll, None, ctypes.byref(log), made=(log,))
        return TrainingLog(facts.functions, Handle(facts.functions, log.value))

    @classmethod
    def train_many(
        cls,
        data: Dataset,
        seeds: Sequence[int],
        epochs: int = 1000,
        step_size: Optional[float] = None,
        test: Optional[Dataset] = None,
        *,
        sigma: Any = None,
        gain: Any = None,
        progress: ProgressArgument = None,
        **options: Any,
    ) -> list[TrainedNetwork]:
        """Trains a network for each seed, over the cores, each to the same bits as alone.

        Args:
            data: The datapoints.
            seeds: Whole numbers from 0 to 2^64 - 1.
            epochs: As of :meth:`train`, like ``step_size``, ``test``, ``progress`` and ``options``.
            sigma: As of the constructor, like ``gain``.

        Returns:
            A (network, log) for each seed, in their order.
        """
        if isinstance(seeds, (str, bytes)) or not hasattr(seeds, "__iter__"):
            raise ArgumentError("seeds: expected several whole numbers")
        numbers = [seed_of(f"seeds[{i}]", seed) for i, seed in enumerate(seeds)]
        if not numbers:
            return []
        facts = cls._facts
        networks, logs = (ctypes.c_int64 * len(numbers))(), (ctypes.c_int64 * len(numbers))()
        run = Run(progress)
        run(
            facts.functions, "train_many", facts.key, encoded(start(sigma, gain, None)), (ctypes.c_uint64 * len(numbers))(*numbers), len(numbers),
            facts.data_handle("data", data), 0 if test is None else facts.data_handle("test", test),
            training(epochs, step_size, **options),
            run.progress, run.poll, None, networks, logs, made=(networks, logs),
        )
        made = [(Handle(facts.functions, network), Handle(facts.functions, log)) for network, log in zip(networks, logs)]
        return [TrainedNetwork(cls._of(network), TrainingLog(facts.functions, log)) for network, log in made]

    def step(self, data: Dataset, step_size: float, loss_scale: str = "sum") -> float:
        """One step of gradient descent over all datapoints.

        Returns:
            The loss before it.
        """
        if type(step_size) is not float:
            step_size = number("step_size", step_size)
        if type(data) is not Dataset or data._facts is not self._facts.data_facts:
            self._facts.data_handle("data", data)
        scale = 0 if loss_scale == "sum" else scale_of("loss_scale", loss_scale)
        status = self._step_function(self._handle._value, data._handle._value, step_size, scale, self._found_at)
        if status:
            failed = self._facts.functions.error(status)
            self._live()
            self._facts.data_handle("data", data)
            raise failed
        return self._found.value

    # ---- looking ----

    def loss(self, data: Dataset, loss_scale: str = "sum") -> float:
        """The loss at the present weights."""
        facts = self._facts
        found = ctypes.c_double()
        facts.functions.check(
            facts.functions.loss(self._live(), facts.data_handle("data", data), scale_of("loss_scale", loss_scale), ctypes.byref(found))
        )
        return found.value

    def predict(self, data: Dataset) -> Predictions:
        """What the network answers; of cross-entropy outputs the logits.

        Returns:
            (N, units) in the network's precision; where there are several outputs, a dict of them by name. 0 where an output is off.
        """
        arrays = self._result("predict", self._facts.data_handle("data", data, targets=False)).arrays
        return next(iter(arrays.values())) if len(arrays) == 1 else arrays

    def gradient(self, data: Dataset, loss_scale: str = "sum") -> dict[str, numpy.ndarray]:
        """dL/dW by the names of weights, each target x source."""
        return self._result("gradient", self._facts.data_handle("data", data), scale_of("loss_scale", loss_scale)).arrays

    def activations(self, data: Dataset, layer: str) -> numpy.ndarray:
        """(units, N): a hidden layer or output by its name; of a bank also one copy, "Pairs[0]"."""
        return self._result("activations", self._facts.data_handle("data", data, targets=False), text(layer, "layer")).arrays["activations"]

    @property
    def weights(self) -> WeightViews:
        """The live weights by name, target x source: views, no copies."""
        handle = self._live()
        if self._views is None:
            functions = self._facts.functions
            self._views = WeightViews(Result(functions, functions.make("weights", handle)).arrays)
        return self._views

    # ---- files ----

    def save(self, path: Union[str, os.PathLike[str]]) -> None:
        """Writes the weights, all of them, or the file stays as it was: .npz, which ``numpy.load`` reads, or .safetensors."""
        self._facts.functions.check(self._facts.functions.save(self._live(), text(os.fspath(path), "path")))

    @classmethod
    def load(cls, path: Union[str, os.PathLike[str]]) -> Any:
        """A network from a file of :meth:`save`, or of ``numpy.savez`` with the same names.

        Raises:
            ValueError: A weight is missing, unknown, of another shape, or not finite; the message names it.
            OSError: The file cannot be read.
        """
        return cls._of(cls._facts.functions.make("load", cls._facts.key, text(os.fspath(path), "path")))

    def close(self) -> None:
        """Frees the network; views of its weights stay. Otherwise it is freed when nobody refers to it any more."""
        self._views = None
        self._handle.close()

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def __reduce__(self) -> Any:
        raise TypeError(f"a {type(self).__name__} cannot be pickled or copied; save() it, and load() it where it is needed")

    def __repr__(self) -> str:
        return f"<{self._facts.name}{' (closed)' if self._handle.value == 0 else f', {self.description.parameters} parameters'}>"

    def _live(self) -> int:
        value = self._handle.value
        if value == 0:
            raise ValueError(f"network: this {self._facts.name} is closed")
        return value

    def _result(self, name: str, *arguments: Any) -> Result:
        functions = self._facts.functions
        return Result(functions, functions.make(name, self._live(), *arguments))
