"""Gated deep linear networks from Python: declared in C#, compiled once, trained and predicted from numpy.

    lib = gatedsl.compile("ThreeContexts.cs")       # or gatedsl.load("threecontexts.so")
    Net = lib.ThreeContexts
    data = Net.dataset(**Net.task())
    net = Net(sigma=7.1e-6, seed=1)
    log = net.train(data, epochs=8001, step_size=1e-3)
    predicted = Net.race(data, sigma=7.1e-6).integrate(epochs=8001, step_size=1e-3)
    gatedsl.agreement(log, predicted).rms
"""

from ._errors import ArgumentError, CancelledError, DivergedError
from ._running import Progress
from ._version import __version__
from .compiling import CompilationError, cache_folder, compile
from .datasets import Dataset
from .initialisers import lambda_balanced
from .kinds import GatedNetwork, ReluNetwork
from .library import Library, load
from .logs import Log, RaceLog, Snapshot, TrainedNetwork, TrainingLog
from .networks import Network
from .races import Race
from .reports import Census, CensusRow, Description, GateEntry, GateReport
from .representation import Agreement, agreement, kernel_distance, rdm, rdm_correlation
from .weights import WeightViews

__all__ = [
    "Agreement", "ArgumentError", "CancelledError", "Census", "CensusRow", "CompilationError", "Dataset", "Description", "DivergedError", "GateEntry",
    "GateReport", "GatedNetwork", "Library", "Log", "Network", "Progress", "Race", "RaceLog", "ReluNetwork", "Snapshot", "TrainedNetwork", "TrainingLog",
    "WeightViews", "__version__", "agreement", "cache_folder", "compile", "kernel_distance", "lambda_balanced", "load", "rdm", "rdm_correlation",
]
