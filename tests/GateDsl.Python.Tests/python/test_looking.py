"""What can be seen of networks: descriptions, gates, censuses, frames, figures."""

import inspect
import subprocess
import sys

import numpy
import pytest

import gatedsl


def test_a_library_completes_its_names(lib):
    assert {"ThreeContexts", "Xor", "Everything"} <= set(dir(lib))
    signature = inspect.signature(lib.Everything.dataset)
    assert list(signature.parameters) == ["class_", "lambda_", "open", "kind", "flags", "rows"]
    assert "labels 0 to 2" in lib.Everything.dataset.__doc__
    assert "Pairs" in str(lib.ThreeContexts.description) and "flowchart" in lib.ThreeContexts.description.to_mermaid()
    assert lib.ThreeContexts.description.parameters == sum(view.size for view in lib.ThreeContexts(sigma=0).weights.values())
    assert lib.vectors in (128, 256, 512) and lib.version == gatedsl.__version__


def test_arguments_come_by_name_or_in_order(everything):
    net, arrays = everything
    by_name, in_order = net.dataset(**arrays), net.dataset(*arrays.values())
    plain = net.dataset(**{name.rstrip("_"): value for name, value in arrays.items()})
    one = net(sigma=0.3, seed=2)
    assert one.loss(by_name) == one.loss(in_order) == one.loss(plain)
    assert len(by_name) == 20 and "20 datapoints" in repr(by_name)


def test_predictions(everything):
    net, arrays = everything
    data = net.dataset(**arrays)
    one = net(sigma=0.3)
    found = one.predict(data)
    assert {name: array.shape for name, array in found.items()} == {"kind": (20, 3), "flags": (20, 2), "rows": (20, 2)}
    assert {array.dtype for array in found.values()} == {numpy.dtype("f4")}
    without = net.inputs(**{name: arrays[name] for name in ("class_", "lambda_", "open")})
    assert all(numpy.array_equal(found[name], array) for name, array in one.predict(without).items())
    assert one.activations(data, "Deep").shape == (4, 20)


def test_gates(contexts):
    net, data = contexts
    report = net.gate_report()
    assert report["Pairs[0]"].gate_class == "ContextOnly" and report["Pairs[0]"].is_implementable
    assert len(data.gate_report()) == len(report) and "Pairs[0]" in str(report)
    twin = net.ReluTwin(sigma=5e-5, seed=1)
    twin.train(data, 3000, 1e-3)
    gates = twin.gates(data)
    assert gates.shape == (700, 24) and gates.dtype == bool
    assert numpy.array_equal(twin.frozen_gates(data), gates.T.astype("f8"))
    census = twin.census(data)
    assert sum(row.units for row in census.patterns) == 700 and sum(row.share for row in census.classes) == pytest.approx(1)
    assert len({tuple(row) for row in gates}) == len(census.patterns)


def test_any_gates_can_be_checked(lib):
    inputs = numpy.array([[1, 0, 1, 0], [1, 0, 0, 1], [0, 1, 1, 0], [0, 1, 0, 1]])
    report = lib.check_gates(inputs, [[0, 1, 1, 0], [1, 1, 0, 0]])
    assert [gate.is_implementable for gate in report] == [False, True]
    witness = numpy.array(report[1].witness)
    assert ((inputs @ witness > 0) == [1, 1, 0, 0]).all()


def test_predictions_of_the_race(contexts):
    net, data = contexts
    log = net(sigma=5e-5, seed=1).train(data, 3000, 1e-3)
    exact = net.race_from(net(sigma=5e-5, seed=1), data).integrate(3000, 1e-3)
    expected = net.race(data, sigma=5e-5).integrate(3000, 1e-3)
    twin = net.race_for_twin(data, sigma=5e-5).integrate(3000, 1e-3)
    assert gatedsl.agreement(log, exact).max < 1e-6
    assert gatedsl.agreement(log.loss, expected.loss).rms < 0.05
    drawn = net.race(data, sigma=5e-5, draws=4, seed=2).integrate(300, 1e-3, data, test_by=["Context"])
    assert list(drawn.test_loss_by) == ["Context=0", "Context=1", "Context=2"]
    assert drawn.test_loss == pytest.approx(sum(drawn.test_loss_by.values()))
    assert net(sigma=5e-5).train(data, 2, 1e-3, data, test_by=["Item", "Context"]).test_loss_by["Item=7,Context=2"].shape == (2,)
    assert len(drawn.draws) == len(drawn.test_draws) == 4
    assert drawn.test_loss == pytest.approx(numpy.mean(drawn.test_draws, axis=0))
    assert set(expected.mode_strengths) == {"Common", "Pairs[0]", "Pairs[1]", "Pairs[2]"}
    assert twin.gate_shares and len(twin.gate_share_epochs) == len(next(iter(twin.gate_shares.values())))


def test_balanced_weights(lib):
    incoming, outgoing = gatedsl.lambda_balanced(lib, 5, 3, 7, sigma=0.4, balance=0.5, seed=9)
    assert outgoing.T @ outgoing - incoming @ incoming.T == pytest.approx(0.5 * numpy.eye(3), abs=1e-12)
    with pytest.raises(ValueError):
        gatedsl.lambda_balanced(lib, 0, 3, 7, sigma=0.4, balance=0.5)


def test_frames(contexts):
    pandas = pytest.importorskip("pandas")
    net, data = contexts
    frame = net(sigma=1e-3).train(data, 9, 1e-3, data, record_every=4).to_frame()
    assert isinstance(frame, pandas.DataFrame) and list(frame.columns) == ["loss", "test_loss"] and frame.index.tolist() == [0, 4, 8]


def test_figures(contexts):
    pyplot = pytest.importorskip("matplotlib.pyplot")
    net, data = contexts
    log = net(sigma=1e-3).train(data, 9, 1e-3, data)
    figure, axes = pyplot.subplots()
    assert log.plot(axes, label="gated") is axes
    assert [line.get_label() for line in axes.lines] == ["gated", "gated, test"]
    assert numpy.array_equal(axes.lines[0].get_ydata(), log.loss)
    pyplot.close(figure)


def test_logs_are_saved(contexts, tmp_path):
    net, data = contexts
    log = net(sigma=1e-3).train(data, 9, 1e-3, data, snapshot_epochs=[9])
    log.save(tmp_path / "log.npz")
    saved = numpy.load(tmp_path / "log.npz")
    assert numpy.array_equal(saved["Loss"], log.loss) and numpy.array_equal(saved["HiddenKernel/9"], log.snapshots[0].hidden_kernel)


def test_a_killed_training_goes_on(contexts, tmp_path):
    net, data = contexts
    whole = net(sigma=1e-3).train(data, 60, 1e-3, method="batch").loss
    with pytest.raises(ZeroDivisionError):
        net(sigma=1e-3).train(data, 60, 1e-3, method="batch", checkpoint=(tmp_path / "run.ckpt", 10), progress=lambda told: told.epoch == 35 and 1 / 0)
    resumed = []
    again = net(sigma=1e-3).train(data, 60, 1e-3, method="batch", checkpoint=(tmp_path / "run.ckpt", 10), progress=resumed.append)
    assert numpy.array_equal(again.loss, whole) and resumed[0].epoch > 0


def test_typing_and_docstrings():
    """Everything public says what it is."""
    for name in gatedsl.__all__:
        member = getattr(gatedsl, name)
        if not isinstance(member, str):
            assert inspect.getdoc(member), name
            for part, function in vars(member).items() if inspect.isclass(member) else ():
                if inspect.isfunction(function) and not part.startswith("_") and issubclass(member, (gatedsl.Network, gatedsl.Log, gatedsl.Race, gatedsl.Dataset)):
                    assert inspect.getdoc(function), f"{name}.{part}"


def test_nothing_but_numpy_is_imported():
    said = subprocess.run(
        [sys.executable, "-c", "import sys, gatedsl; print([m for m in ('pandas', 'matplotlib', 'tqdm', 'torch') if m in sys.modules])"], capture_output=True, text=True, check=True
    )
    assert said.stdout == "[]\n"
