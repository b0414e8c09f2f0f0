"""What all tests share: the library under test and what a C# program computed with the same networks."""

import json
import os
import signal

import numpy
import pytest

import gatedsl

# A shell that runs jobs in the background has them ignore Ctrl+C, and what is started from there inherits it.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def lib():
    return gatedsl.load(os.environ["GATEDSL_LIBRARY"])


@pytest.fixture(scope="session")
def contexts(lib):
    """The network of the sample and its task's data."""
    net = lib.ThreeContexts
    return net, net.dataset(**net.task())


@pytest.fixture
def everything(lib):
    """A network with every kind of argument, and 20 datapoints."""
    rng = numpy.random.default_rng(3)
    net = lib.Everything
    return net, dict(
        class_=rng.normal(size=(20, 5)),
        lambda_=rng.integers(0, 4, 20),
        open=rng.integers(0, 2, (20, 3)).astype(bool),
        kind=rng.integers(0, 3, 20),
        flags=rng.random((20, 2)),
        rows=rng.normal(size=(20, 2)),
    )


class Reference:
    """What the C# program was given and computed for one network.

    Args:
        name: The network, or its twin.
    """

    def __init__(self, name):
        folder = os.environ["GATEDSL_RESULTS"]
        with open(os.path.join(folder, name.split(".")[0] + ".given.json"), encoding="utf-8") as file:
            self.given = json.load(file)
        with open(os.path.join(folder, name + ".results.json"), encoding="utf-8") as file:
            self.results = json.load(file)

    def arrays(self, arguments):
        """The arrays of a data set."""
        found = {}
        for one in arguments:
            given = self.given["arrays"][one["layer"]]
            values = numpy.array(given["values"], dtype="f8")
            if given["kind"] == "index":
                values = values.astype("i4")
            else:
                values = values.reshape(self.given["count"], given["width"])
                if given["kind"] == "bool":
                    values = values != 0
            found[one["name"]] = values
        return found

    def bits(self, name, array):
        """Asserts that an array has the bits that C# computed."""
        expected = self.results[name]
        assert "bits" in expected, f"{name}: C# gave {expected}"
        assert numpy.ascontiguousarray(array).tobytes().hex().upper() == expected["bits"], f"{name} differs in bits"

    def names(self, prefix):
        """What was computed under a name, without the name."""
        return [name[len(prefix) + 1 :] for name in self.results if name.startswith(prefix + "/")]


@pytest.fixture
def reference():
    return Reference


def all_references():
    """The names of all networks and twins that C# computed with."""
    return sorted(name[: -len(".results.json")] for name in os.listdir(os.environ["GATEDSL_RESULTS"]) if name.endswith(".results.json"))
