"""Data sets: what a network is trained on, checked and copied once."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Mapping

from ._abi import Handle
from ._arrays import INDICES, converted, described
from .reports import GateReport

if TYPE_CHECKING:
    from .library import Facts


class Dataset:
    """Datapoints for one network, made by ``Net.dataset(...)``.

    The library keeps a copy: changing the arrays afterwards changes nothing.
    """

    def __init__(self, facts: Facts, handle: Handle) -> None:
        self._facts = facts
        self._handle = handle
        self._has_targets = True

    @staticmethod
    def of(facts: Facts, given: Mapping[str, Any]) -> Dataset:
        """Checks arrays and copies them.

        Args:
            facts: The network.
            given: An array for every argument.

        Raises:
            ArgumentError: An array has no numbers.
            ValueError: A shape or a number is out of its bounds; the message names argument, datapoint and bound.
        """
        arrays = {one["name"]: converted(one["name"], given[one["name"]], one["kind"] in INDICES) for one in facts.arguments}
        listed, kept = described(arrays)
        handle = facts.functions.make("dataset_create", facts.key, listed, len(arrays))
        del kept
        return Dataset(facts, handle)

    def __len__(self) -> int:
        """Number of datapoints N."""
        count = ctypes.c_int64()
        self._facts.functions.check(self._facts.functions.dataset_count(self._handle.value, ctypes.byref(count)))
        return count.value

    def __repr__(self) -> str:
        return f"<{self._facts.name}.dataset{' (closed)' if self._handle.value == 0 else f' of {len(self)} datapoints'}>"

    def gate_report(self) -> GateReport:
        """Which of the network's gates could a ReLU unit have, decided exactly on the inputs of these datapoints."""
        return GateReport.read(self._facts.functions, self._facts.functions.make("dataset_gate_report", self._handle.value))

    def __reduce__(self) -> Any:
        raise TypeError("a data set cannot be pickled or copied; make it again from its arrays where it is needed")

    def close(self) -> None:
        """Frees it; otherwise it is freed when nobody refers to it any more."""
        self._handle.close()

    def __enter__(self) -> Dataset:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()
