"""Races: a training predicted, without training."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Optional

from ._abi import Handle
from ._options import encoded
from ._running import ProgressArgument, Run
from .datasets import Dataset
from .logs import RaceLog

if TYPE_CHECKING:
    from .library import Facts


class Race:
    """A reduction of one training, made by ``Net.race``, ``Net.race_from`` or ``Net.race_for_twin``."""

    def __init__(self, facts: Facts, handle: Handle) -> None:
        self._facts = facts
        self._handle = handle

    def integrate(
        self,
        epochs: int,
        step_size: float,
        test: Optional[Dataset] = None,
        progress: ProgressArgument = None,
        **options: Any,
    ) -> RaceLog:
        """Integrates it over the epochs of a training.

        Args:
            epochs: Of the training.
            step_size: Of the training.
            test: Data whose loss is predicted, too.
            progress: As of ``Net.train``.
            options: ``loss_scale``, ``reduction`` ("exact", "modes", "modes_flow", "closed_form"); with "exact" also what ``Net.train`` takes.

        Raises:
            ValueError: An option is unknown or out of its range.
            NotImplementedError: The reduction's assumptions do not hold; the message says which.
        """
        test_handle = self._facts.data_handle("test", test) if test is not None else 0
        log = ctypes.c_int64()
        run = Run(progress)
        run(
            self._facts.functions,
            "integrate",
            self._handle.value,
            test_handle,
            encoded({"epochs": epochs, "step_size": step_size, **options}),
            run.progress,
            run.poll,
            None,
            ctypes.byref(log),
            made=(log,),
        )
        return RaceLog(self._facts.functions, Handle(self._facts.functions, log.value))

    def __reduce__(self) -> Any:
        raise TypeError("a race cannot be pickled or copied; make it again where it is needed")

    def close(self) -> None:
        """Frees it; otherwise it is freed when nobody refers to it any more."""
        self._handle.close()

    def __repr__(self) -> str:
        return f"<race of {self._facts.name}{' (closed)' if self._handle.value == 0 else ''}>"
