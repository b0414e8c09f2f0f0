"""From a trained PyTorch network to the gated network that it is: the gates of its units are checked, identified, compiled, and trained again.

relu_recording.npz holds what record_pytorch.py recorded: inputs (features, datapoints), activations of the hidden layer (units, datapoints), the path
strength |w_in| |w_out| of every unit, and every tenth loss.
"""

import os
import shutil
import subprocess
import tempfile

import numpy

import gatedsl

os.chdir(os.path.dirname(os.path.abspath(__file__)))
recorded = numpy.load("relu_recording.npz")
inputs, activations, strength = recorded["inputs"], recorded["activations"], recorded["strength"]

# Units that count, and the distinct gates among them.
lib = gatedsl.compile("ThreeContexts.cs")
strong = strength > 0.01 * strength.max()
gates, which = numpy.unique(activations[strong] > 0, axis=0, return_inverse=True)
shares = numpy.bincount(which.ravel(), weights=strength[strong]) / strength.sum()

# Each is decided exactly: all of them are gates of ReLU units, so none can be beyond one.
report = lib.check_gates(inputs.T, gates)
print(f"{strong.sum()} of {len(strength)} units carry {shares.sum():.1%} of the path strength, with {len(gates)} gates:")
for gate, share in sorted(zip(report, shares), key=lambda pair: -pair[1])[:8]:
    print(f"  {share:6.1%}  {gate.gate_class}")
assert all(gate.is_implementable for gate in report)

# Which gated network is it? `gatedsl identify` writes its declaration.
tool = shutil.which("gatedsl")
if tool is None:
    print("The rest needs the tool: dotnet tool install --global GateDsl.Tool")
else:
    with tempfile.TemporaryDirectory() as folder:
        for name, array in (("X", inputs), ("A", activations), ("Y", numpy.load("three_contexts.npz")["properties"].T)):
            numpy.save(os.path.join(folder, name + ".npy"), numpy.ascontiguousarray(array, dtype="f8"))
        subprocess.run([tool, "identify", "--activations", "A.npy", "--inputs", "X.npy", "--targets", "Y.npy", "--out", "Reln.cs"], cwd=folder, check=True)
        shutil.copy(os.path.join(folder, "Reln.cs"), "Reln.cs")
    print("The declaration is in Reln.cs.")
