"""Trains the ReLU network of P1 §4 in PyTorch and records what its hidden units do: relu_recording.npz, which recorded_gates.py reads. Needs torch."""

import numpy
import torch

torch.manual_seed(1)
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

units, epochs, step_size = 700, 8001, 1e-3
data = numpy.load("three_contexts.npz")
inputs = torch.from_numpy(numpy.hstack([numpy.eye(8)[data["item"]], numpy.eye(3)[data["context"]]]))
targets = torch.from_numpy(data["properties"])
first = torch.nn.Linear(11, units, bias=False)
second = torch.nn.Linear(units, 60, bias=False)
for layer in (first, second):
    torch.nn.init.normal_(layer.weight, std=0.005 / units)

losses = numpy.zeros(epochs)
optimizer = torch.optim.SGD([*first.parameters(), *second.parameters()], lr=step_size)
for epoch in range(epochs):
    loss = ((second(torch.relu(first(inputs))) - targets) ** 2).sum() / 2
    losses[epoch] = loss.item()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    hidden = torch.relu(first(inputs))
    strength = first.weight.norm(dim=1) * second.weight.norm(dim=0)
numpy.savez_compressed(
    "relu_recording.npz",
    inputs=inputs.numpy().T.astype("f4"),
    activations=hidden.numpy().T.astype("f4"),
    strength=strength.numpy().astype("f4"),
    losses=losses[::10],
)
