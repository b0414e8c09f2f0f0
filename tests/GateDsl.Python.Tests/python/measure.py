"""Speed, as ratios in one run: Python beside the C# call, a step beside itself, and P1 §4 beside PyTorch where that is there.

GATEDSL_LIBRARY is the library, GATEDSL_PROGRAM the C# program with the same networks. One thread throughout.
"""

import os
import statistics
import subprocess
import time

import numpy

import gatedsl


def median_of(count, make, run):
    """The median time of ``run(make())``, in seconds, after three that do not count."""
    times = []
    for _ in range(count + 3):
        made = make()
        begun = time.perf_counter()
        run(made)
        times.append(time.perf_counter() - begun)
    return statistics.median(times[3:])


def xor(lib):
    net = lib.Xor
    data = net.dataset(**net.task())
    return median_of(20, lambda: net(sigma=0.1, seed=1), lambda one: one.train(data, 800, 0.01))


def step(lib):
    """Seconds of a step from Python, and of the step itself: a training by batch, per epoch."""
    net = lib.Xor
    data = net.dataset(**net.task())
    calls = 20000

    def steps(one):
        for _ in range(calls):
            one.step(data, 0.01)

    alone = median_of(7, lambda: net(sigma=0.1, seed=1), lambda one: one.train(data, calls, 0.01, method="batch", record_every=calls)) / calls
    return median_of(7, lambda: net(sigma=0.1, seed=1), steps) / calls, alone


def contexts(lib, epochs):
    net = lib.ThreeContexts
    data = net.dataset(**net.task())
    gated = median_of(3, lambda: net(sigma=5e-5, seed=1), lambda one: one.train(data, epochs, 1e-3))
    relu = median_of(1, lambda: net.ReluTwin(sigma=0.005 / 700, seed=1), lambda one: one.train(data, epochs // 8, 1e-3)) * epochs / (epochs // 8)
    return gated, relu


def pytorch(lib, epochs):
    """The gated network of P1 §4, and the ReLU network, as PyTorch's users write them: four pathways of 100, gated by masks, or 700 units."""
    import torch

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    task = lib.ThreeContexts.task()
    item, context = (torch.from_numpy(numpy.eye(n)[task[name]]) for n, name in ((8, "item"), (3, "context")))
    targets = torch.from_numpy(task["properties"])
    gates = [torch.from_numpy(numpy.isin(task["context"], pair).astype("f8"))[:, None] for pair in ((0, 1), (0, 2), (1, 2))]
    both = torch.cat([item, context], dim=1)

    class Gated(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.first = torch.nn.ModuleList([torch.nn.Linear(n, 100, bias=False) for n in (11, 8, 8, 8)])
            self.second = torch.nn.ModuleList([torch.nn.Linear(100, 60, bias=False) for _ in range(4)])
            for layer in (*self.first, *self.second):
                torch.nn.init.normal_(layer.weight, std=5e-5)

        def forward(self):
            answer = self.second[0](self.first[0](both))
            for gate, first, second in zip(gates, self.first[1:], self.second[1:]):
                answer = answer + second(gate * first(item))
            return answer

    class Relu(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.first, self.second = torch.nn.Linear(11, 700, bias=False), torch.nn.Linear(700, 60, bias=False)
            for layer in (self.first, self.second):
                torch.nn.init.normal_(layer.weight, std=0.005 / 700)

        def forward(self):
            return self.second(torch.relu(self.first(both)))

    def train(made, count):
        optimizer = torch.optim.SGD(made.parameters(), lr=1e-3)
        for _ in range(count):
            optimizer.zero_grad()
            loss = ((made() - targets) ** 2).sum() / 2
            loss.backward()
            optimizer.step()

    part = epochs // 8
    return [median_of(1, make, lambda made: train(made, part)) * epochs / part for make in (Gated, Relu)]


def main():
    lib = gatedsl.load(os.environ["GATEDSL_LIBRARY"])
    csharp = float(subprocess.run(["dotnet", os.environ["GATEDSL_PROGRAM"], "time"], capture_output=True, text=True, check=True).stdout)
    python = xor(lib)
    print(f"XoR, 800 epochs: {python * 1e6:.0f} us from Python, {csharp * 1e6:.0f} us by the C# program, ratio {python / csharp:.3f}")
    one, alone = step(lib)
    print(f"XoR, a step: {one * 1e6:.2f} us from Python, {alone * 1e6:.2f} us itself, {(one - alone) * 1e6:.2f} us beyond it")
    epochs = 8001
    gated, relu = contexts(lib, epochs)
    print(f"P1 section 4, {epochs} epochs: gated {gated:.3f} s, ReLU {relu:.3f} s")
    try:
        by_torch = pytorch(lib, epochs)
    except ImportError:
        print("PyTorch is not there.")
        return
    print(f"PyTorch: gated {by_torch[0]:.2f} s, ratio {by_torch[0] / gated:.1f}; ReLU {by_torch[1]:.2f} s, ratio {by_torch[1] / relu:.1f}")


if __name__ == "__main__":
    main()
