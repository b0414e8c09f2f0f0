"""Everything that Python computes has the bits that a C# program computes: the random declarations of the other tests, and their twins."""

import numpy
import pytest
from conftest import all_references

import gatedsl

ERRORS = {
    "NotSupportedException": NotImplementedError,
    "TrainingDivergedException": FloatingPointError,
    "ArgumentException": ValueError,
    "ArgumentOutOfRangeException": ValueError,
    "InvalidOperationException": RuntimeError,
}


def found(lib, name):
    network, _, twin = name.partition(".")
    return lib[network].ReluTwin if twin else lib[network]


def compare(reference, name, compute):
    """Computes a log and compares it, or the exception."""
    if "error" in reference.results.get(name, {}):
        with pytest.raises(ERRORS[reference.results[name]["error"]]):
            compute()
        return
    log = compute()
    reference.bits(name + "/loss", log.loss)
    assert (log.test_loss is not None) == (name + "/test_loss" in reference.results)
    if log.test_loss is not None:
        reference.bits(name + "/test_loss", log.test_loss)
    if name + "/epochs" in reference.results:
        reference.bits(name + "/epochs", log.epochs)
    for pathway in reference.names(name + "/mode_strengths"):
        reference.bits(f"{name}/mode_strengths/{pathway}", log.mode_strengths[pathway])
    for snapshot in log.snapshots:
        place = f"{name}/snapshot/{snapshot.epoch}"
        reference.bits(place + "/hidden_kernel", snapshot.hidden_kernel)
        reference.bits(place + "/tangent_kernel", snapshot.tangent_kernel)
        for output in reference.names(place + "/predictions"):
            reference.bits(f"{place}/predictions/{output}", snapshot.predictions[output])
    assert len(log.snapshots) == len({one.split("/")[0] for one in reference.names(name + "/snapshot")})


def weights(reference, name, net):
    assert sorted(net.weights) == sorted(reference.names(name))
    for weight in net.weights:
        reference.bits(f"{name}/{weight}", net.weights[weight])


@pytest.mark.parametrize("name", all_references())
def test_bits_are_those_of_csharp(lib, reference, name):
    known = reference(name)
    cls = found(lib, name)
    arguments = cls.description.arguments
    data = cls.dataset(**known.arrays(arguments))
    step = known.given["step_size"]
    outputs = {one["layer"]: one["name"] for one in arguments if one["kind"] in ("squared", "logistic", "cross_entropy")}

    net = cls(sigma=0.3, seed=7)
    weights(known, "initial", net)
    known.bits("loss", numpy.float64(net.loss(data)))
    known.bits("mean_loss", numpy.float64(net.loss(data, "mean")))
    predicted = net.predict(data)
    for layer, argument in outputs.items():
        known.bits("predict/" + layer, predicted[argument] if isinstance(predicted, dict) else predicted)
    gradient = net.gradient(data)
    assert sorted(gradient) == sorted(known.names("gradient"))
    for weight, array in gradient.items():
        known.bits("gradient/" + weight, array)
    known.bits("step", numpy.float64(net.step(data, step)))
    weights(known, "stepped", net)
    compare(known, "train", lambda: net.train(data, epochs=7, step_size=step, test=data, record_every=2))
    compare(
        known,
        "batches",
        lambda: net.train(data, epochs=3, step_size=step, loss_scale="mean", batch_size=3, shuffle_seed=5, momentum=0.5, nesterov=True, weight_decay=0.01),
    )
    compare(known, "snapshots", lambda: net.train(data, epochs=3, step_size=step, snapshot_epochs=[0, 3]))
    weights(known, "trained", net)
    if "." not in name:
        compare(known, "race_from", lambda: cls.race_from(cls(sigma=0.3, seed=7), data).integrate(epochs=6, step_size=step))
        compare(known, "race", lambda: cls.race(data, sigma=0.3).integrate(epochs=6, step_size=step, loss_scale="mean"))


def test_many_trainings_are_each_like_alone(contexts):
    net, data = contexts
    many = net.train_many(data, seeds=[3, 2**64 - 1], sigma=1e-3, epochs=40, step_size=1e-3)
    for seed, (trained, log) in zip([3, 2**64 - 1], many):
        alone = net(sigma=1e-3, seed=seed)
        assert numpy.array_equal(alone.train(data, epochs=40, step_size=1e-3).loss, log.loss)
        for name in alone.weights:
            assert numpy.array_equal(alone.weights[name], trained.weights[name])


def test_saved_weights_come_back(contexts, tmp_path):
    net, data = contexts
    trained = net(sigma=1e-2, seed=2)
    trained.train(data, epochs=30, step_size=1e-3)
    for ending in ("npz", "safetensors"):
        path = tmp_path / f"w.{ending}"
        trained.save(path)
        again = net.load(path)
        assert all(numpy.array_equal(trained.weights[name], again.weights[name]) for name in trained.weights)
    by_numpy = numpy.load(tmp_path / "w.npz")
    assert sorted(by_numpy.files) == sorted(trained.weights)
    by_arrays = net(weights=dict(by_numpy))
    assert by_arrays.loss(data) == trained.loss(data)


def test_comparing_is_what_its_formulas_say():
    rng = numpy.random.default_rng(1)
    hidden = rng.normal(size=(6, 4))
    kernel = hidden @ hidden.T
    pairs = [(n, m) for n in range(6) for m in range(6)]
    euclidean = gatedsl.rdm(kernel)
    cosine = gatedsl.rdm(kernel, "cosine")
    for n, m in pairs:
        assert euclidean[n, m] == pytest.approx(numpy.sum((hidden[n] - hidden[m]) ** 2), abs=1e-12)
        lengths = numpy.linalg.norm(hidden[n]) * numpy.linalg.norm(hidden[m])
        assert cosine[n, m] == pytest.approx(1 - hidden[n] @ hidden[m] / lengths, abs=1e-12)
    assert gatedsl.kernel_distance(kernel, 3 * kernel) == pytest.approx(0, abs=1e-15)
    assert gatedsl.rdm_correlation(euclidean, 2 * euclidean + 1) == pytest.approx(1)
    assert gatedsl.agreement([4.0, 2.0], [4.0, 1.0]) == pytest.approx((numpy.sqrt(0.5) / 4, 0.25))
