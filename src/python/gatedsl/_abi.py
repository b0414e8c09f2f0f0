"""The C surface of a library: its functions, their types, and how arrays and text come out of it."""

from __future__ import annotations

import ctypes
import json
import os
import threading
from ctypes import POINTER, c_char_p, c_double, c_int32, c_int64, c_uint64, c_void_p
from typing import Any, Optional

import numpy

from . import _errors

ABI = 1

#: Called for every logged epoch: state, epoch, epochs, loss. Not 0 stops.
PROGRESS = ctypes.CFUNCTYPE(c_int32, c_void_p, c_int32, c_int32, c_double)

#: Called about ten times a second on the thread that trains: state. Not 0 stops.
POLL = ctypes.CFUNCTYPE(c_int32, c_void_p)


class Array(ctypes.Structure):
    """An array with a name, as the header has it."""

    _fields_ = [("name", c_char_p), ("data", c_void_p), ("shape", POINTER(c_int64)), ("rank", c_int32), ("type", c_int32)]


#: numpy's types by the library's numbers for them, and the other way.
DTYPES = {1: numpy.dtype("?"), 2: numpy.dtype("i4"), 3: numpy.dtype("i8"), 4: numpy.dtype("f4"), 5: numpy.dtype("f8"), 6: numpy.dtype("u8")}
TYPE_NUMBERS = {dtype: number for number, dtype in DTYPES.items()}

_DOUBLES = POINTER(c_double)
_OUT = POINTER(c_int64)
_FUNCTIONS: dict[str, list[Any]] = {
    "free": [c_int64],
    "result_json": [c_int64, POINTER(c_char_p)],
    "result_arrays": [c_int64, POINTER(POINTER(Array)), POINTER(c_int32)],
    "dataset_create": [c_char_p, POINTER(Array), c_int32, _OUT],
    "dataset_count": [c_int64, _OUT],
    "task": [c_char_p, _OUT],
    "gate_report": [c_char_p, _OUT],
    "dataset_gate_report": [c_int64, _OUT],
    "check_gates": [POINTER(Array), POINTER(Array), c_int32, POLL, c_void_p, _OUT],
    "network_create": [c_char_p, c_char_p, _OUT],
    "load": [c_char_p, c_char_p, _OUT],
    "save": [c_int64, c_char_p],
    "weights": [c_int64, _OUT],
    "step": [c_int64, c_int64, c_double, c_int32, _DOUBLES],
    "loss": [c_int64, c_int64, c_int32, _DOUBLES],
    "predict": [c_int64, c_int64, _OUT],
    "gradient": [c_int64, c_int64, c_int32, _OUT],
    "activations": [c_int64, c_int64, c_char_p, _OUT],
    "gates": [c_int64, c_int64, c_int32, _OUT],
    "frozen_gates": [c_int64, c_int64, c_int32, _OUT],
    "census": [c_int64, c_int64, c_int32, _OUT],
    "train": [c_int64, c_int64, c_int64, c_char_p, PROGRESS, POLL, c_void_p, _OUT],
    "train_many": [c_char_p, c_char_p, POINTER(c_uint64), c_int32, c_int64, c_int64, c_char_p, PROGRESS, POLL, c_void_p, _OUT, _OUT],
    "race_from": [c_int64, c_int64, _OUT],
    "race_expect": [c_char_p, c_int64, c_char_p, _OUT],
    "race_for_twin": [c_char_p, c_int64, c_char_p, _OUT],
    "integrate": [c_int64, c_int64, c_char_p, PROGRESS, POLL, c_void_p, _OUT],
    "band": [c_int64, c_double, _OUT],
    "log_save": [c_int64, c_char_p],
    "lambda_balanced": [c_int32, c_int32, c_int32, c_double, c_double, c_uint64, _DOUBLES, _DOUBLES],
    "batch_order": [c_int32, c_uint64, c_int32, POINTER(c_int32)],
}


def text(value: str, argument: str) -> bytes:
    """Text as the library takes it.

    Raises:
        ArgumentError: It is no text.
        ValueError: It has a zero character, or half of a pair of characters.
    """
    if not isinstance(value, str):
        raise _errors.ArgumentError(f"{argument}: expected text, not {type(value).__name__}")
    if "\0" in value:
        raise ValueError(f"{argument}: a name or path cannot have a zero character")
    try:
        return value.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError(f"{argument}: not every character has a UTF-8 code") from None


class Functions:
    """The functions of one library, by their names without the prefix.

    Args:
        path: The library's file.

    Raises:
        OSError: It cannot be loaded.
        ValueError: It is no library of GateDsl.
        RuntimeError: It is one of another version.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._process = os.getpid()
        library = ctypes.CDLL(path)
        try:
            self.abi = int(library.gatedsl_abi())
        except AttributeError:
            raise ValueError(f"{path} is no library of GateDsl: it has no function gatedsl_abi") from None
        if self.abi != ABI:
            raise RuntimeError(
                f"{path} has version {self.abi} of the functions, and this package knows version {ABI}: compile it again, "
                "or install the package of the version that it was compiled with"
            )
        library.gatedsl_description.restype = c_char_p
        library.gatedsl_description.argtypes = []
        library.gatedsl_error.restype = c_char_p
        library.gatedsl_error.argtypes = []
        library.gatedsl_error_json.restype = c_char_p
        library.gatedsl_error_json.argtypes = []
        library.gatedsl_handles.restype = c_int64
        library.gatedsl_handles.argtypes = []
        for name, types in _FUNCTIONS.items():
            function = getattr(library, "gatedsl_" + name)
            function.argtypes = types
            function.restype = c_int32
            setattr(self, name, function)
        self._library = library
        if hasattr(os, "register_at_fork"):
            _refuse_after_fork(self)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"the library has no function {name}")

    def description(self) -> dict[str, Any]:
        """What the library says of its networks."""
        facts: dict[str, Any] = json.loads(self._library.gatedsl_description())
        return facts

    def handles(self) -> int:
        """How many handles are not freed."""
        return int(self._library.gatedsl_handles())

    def error(self, status: int) -> Exception:
        """The exception of the last call of this thread, which returned this status."""
        message = self._library.gatedsl_error() or b""
        facts = self._library.gatedsl_error_json() or b""
        return _errors.exception_of(status, message.decode("utf-8", "replace"), facts.decode("utf-8", "replace"))

    def check(self, status: int) -> None:
        """Raises the exception of a status that is not 0."""
        if status:
            raise self.error(status)

    def make(self, name: str, *arguments: Any) -> Handle:
        """Calls a function that makes a handle, its last argument."""
        made = c_int64()
        status = getattr(self, name)(*arguments, ctypes.byref(made))
        if status:
            raise self.error(status)
        return Handle(self, made.value)


class _Refused:
    """Stands for every function in a process that was forked."""

    def __call__(self, *_: Any) -> int:
        raise RuntimeError(
            "this process was forked from one that had loaded the library, whose threads are not here; "
            "use multiprocessing.get_context('spawn'), and load the library in the new process"
        )


def _refuse_after_fork(functions: Functions) -> None:
    import weakref

    reference = weakref.ref(functions)

    def refuse() -> None:
        known = reference()
        if known is not None:
            known.free = lambda _: 0  # type: ignore[attr-defined]
            for name in _FUNCTIONS:
                if name != "free":
                    setattr(known, name, _Refused())

    os.register_at_fork(after_in_child=refuse)


class Handle:
    """Something of the library, freed when nobody refers to it any more, or when it is closed."""

    __slots__ = ("_free", "_value", "__weakref__")

    def __init__(self, functions: Functions, value: int) -> None:
        self._free = functions.free
        self._value = value

    @property
    def value(self) -> int:
        """Its number; 0 once it is closed."""
        return self._value

    def close(self) -> None:
        """Frees it; a second time does nothing."""
        value, self._value = self._value, 0
        if value:
            self._free(value)

    def __del__(self) -> None:
        try:
            self.close()
        except Exception:  # at the end of the interpreter, when half of it is gone
            pass


class Result:
    """A result: facts and arrays. The arrays keep it alive, and share its memory.

    Args:
        functions: The library.
        handle: Of the result.
    """

    def __init__(self, functions: Functions, handle: Handle) -> None:
        self.functions = functions
        self.handle = handle
        self._facts: Optional[dict[str, Any]] = None
        listed = POINTER(Array)()
        count = c_int32()
        functions.check(functions.result_arrays(handle.value, ctypes.byref(listed), ctypes.byref(count)))
        self.arrays: dict[str, numpy.ndarray] = {}
        for i in range(count.value):
            item = listed[i]
            shape = tuple(item.shape[axis] for axis in range(item.rank))
            self.arrays[item.name.decode("utf-8")] = _view(handle, item.data, shape, DTYPES[item.type])

    @property
    def facts(self) -> dict[str, Any]:
        """What the result says of itself."""
        if self._facts is None:
            found = c_char_p()
            self.functions.check(self.functions.result_json(self.handle.value, ctypes.byref(found)))
            self._facts = json.loads(found.value or b"{}")
        return self._facts


_buffer_types: dict[int, Any] = {}
_buffer_lock = threading.Lock()


def _view(handle: Handle, address: Optional[int], shape: tuple[int, ...], dtype: numpy.dtype) -> numpy.ndarray:
    """An array over memory that lives as long as its handle."""
    size = int(numpy.prod(shape, dtype=numpy.int64)) * dtype.itemsize
    if size == 0 or not address:
        return numpy.zeros(shape, dtype)
    # A new type each time would stay: ctypes keeps the types it makes, and so do we, a power of two apart at most by use.
    with _buffer_lock:
        kind = _buffer_types.get(size)
        if kind is None:
            if len(_buffer_types) > 4096:
                _buffer_types.clear()
            kind = _buffer_types[size] = ctypes.c_char * size
    buffer = kind.from_address(address)
    buffer.owner = handle
    return numpy.frombuffer(buffer, dtype).reshape(shape)
