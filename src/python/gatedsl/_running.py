"""Long calls: progress, Ctrl+C, and exceptions that cross from a callback to the caller."""

from __future__ import annotations

import inspect
import signal
import sys
import threading
import time
from typing import Any, Callable, NamedTuple, Optional, Union

from ._abi import POLL, PROGRESS
from ._errors import CANCELLED, ArgumentError


class Progress(NamedTuple):
    """How far a training is.

    Attributes:
        epoch: An epoch that was recorded; its update has been made.
        epochs: How many there are in all.
        loss: The loss before the update of that epoch.
    """

    epoch: int
    epochs: int
    loss: float


#: What may be given as ``progress``: nothing, True for a bar, or a function.
ProgressArgument = Union[None, bool, Callable[..., Any]]


def _as_function(progress: Callable[..., Any]) -> Callable[[Progress], Any]:
    """Functions of one argument get a Progress, functions of three its parts."""
    try:
        signature = inspect.signature(progress)
    except (TypeError, ValueError):
        return progress
    sample = Progress(0, 0, 0.0)
    try:
        signature.bind(sample)
        return progress
    except TypeError:
        pass
    try:
        signature.bind(*sample)
        return lambda told: progress(*told)
    except TypeError:
        raise ArgumentError("progress: expected a function of one argument (a Progress), or of three (epoch, epochs, loss)") from None


class _Lines:
    """Progress for a terminal without tqdm: a line now and then."""

    def __init__(self) -> None:
        self._next = time.monotonic() + 1

    def __call__(self, told: Progress) -> None:
        now = time.monotonic()
        if now >= self._next or told.epoch + 1 == told.epochs:
            self._next = now + 1
            print(f"epoch {told.epoch + 1} of {told.epochs}, loss {told.loss:.6g}", file=sys.stderr)

    def close(self) -> None:
        """Nothing is open."""


class _Bar:
    """Progress by tqdm, in a terminal or a notebook."""

    def __init__(self, tqdm: Any) -> None:
        self._make = tqdm
        self._bar: Any = None
        self._next = 0.0

    def __call__(self, told: Progress) -> None:
        now = time.monotonic()
        if self._bar is None:
            self._bar = self._make(total=told.epochs, unit="epoch")
        if now >= self._next or told.epoch + 1 == told.epochs:
            self._next = now + 0.1
            self._bar.update(told.epoch + 1 - self._bar.n)
            self._bar.set_postfix_str(f"loss {told.loss:.6g}")

    def close(self) -> None:
        """Leaves the bar as it is."""
        if self._bar is not None:
            self._bar.close()


def _shown() -> Any:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return _Lines()
    return _Bar(tqdm)


class Run:
    """One long call: what it calls back, and what is raised after it.

    On the main thread Ctrl+C, and whatever else handles the signal, is noticed between two epochs; the call then ends, with the weights of a whole epoch.

    Args:
        progress: Nothing, True, or a function.

    Raises:
        ArgumentError: ``progress`` is something else.
    """

    def __init__(self, progress: ProgressArgument) -> None:
        self._raised: Optional[BaseException] = None
        self._shown = _shown() if progress is True else None
        tell = self._shown
        if progress is not None and not isinstance(progress, bool):
            if not callable(progress):
                raise ArgumentError(f"progress: expected a function, True or None, not {type(progress).__name__}")
            tell = _as_function(progress)
        self._tell: Any = tell
        self._is_main = threading.current_thread() is threading.main_thread()
        self.progress = PROGRESS(self._on_progress) if tell is not None else PROGRESS()
        self._waiting = self._polls()
        next(self._waiting)
        # The send of a generator: a signal that is handled as soon as Python code runs is then handled inside the generator's try.
        self.poll = POLL(self._waiting.send) if self._is_main else POLL()

    def __call__(self, functions: Any, name: str, *arguments: Any, made: tuple[Any, ...]) -> None:
        """Makes the call; only once, as it then lets go of what it called back.

        Args:
            functions: The library.
            name: Of the function.
            arguments: Its arguments.
            made: Where it puts handles, numbers or arrays of them. They are freed again where something was raised.

        Raises:
            BaseException: What a callback or a signal raised, or what the library refused.
        """
        before: Any = None
        if self._is_main:
            before = signal.getsignal(signal.SIGINT)
            if callable(before):
                signal.signal(signal.SIGINT, lambda number, frame: self._handle(before, number, frame))
        failed: Optional[BaseException] = None
        try:
            status = getattr(functions, name)(*arguments)
            failed = functions.error(status) if status else None
        finally:
            if callable(before):
                signal.signal(signal.SIGINT, before)
            if self._shown is not None:
                self._shown.close()
            self._waiting.close()
            del self._waiting, self.poll, self.progress, self._tell
        raised, self._raised = self._raised, None
        if raised is None and failed is None:
            return
        for place in made:
            for handle in place if hasattr(place, "__len__") else (place.value,):
                if handle:
                    functions.free(handle)
        raise raised if raised is not None else failed  # type: ignore[misc]

    def _handle(self, before: Any, number: int, frame: Any) -> None:
        try:
            before(number, frame)
        except BaseException as raised:  # what Ctrl+C raises is no Exception
            self._keep(raised)

    def _keep(self, raised: BaseException) -> None:
        if self._raised is None:
            self._raised = raised

    def _polls(self) -> Any:
        answer = 0
        while True:
            try:
                yield answer
                answer = 1 if self._raised is not None else 0
            except GeneratorExit:
                raise
            except BaseException as raised:
                self._keep(raised)
                answer = 1

    def _on_progress(self, _: Any, epoch: int, epochs: int, loss: float) -> int:
        try:
            if self._raised is None:
                self._tell(Progress(epoch, epochs, loss))
        except BaseException as raised:
            self._keep(raised)
        return 1 if self._raised is not None else 0


__all__ = ["CANCELLED", "Progress", "ProgressArgument", "Run"]
