"""P1 Figure 4: a ReLU network on three contexts, the gated network that it becomes, and what was predicted of both before any weight was drawn."""

import os
import sys

from matplotlib import pyplot

import gatedsl

os.chdir(os.path.dirname(os.path.abspath(__file__)))
picture = sys.argv[1] if len(sys.argv) > 1 else "figure4.png"

Net = gatedsl.compile("ThreeContexts.cs").ThreeContexts
data = Net.dataset(**Net.task())
start = {name: 0.01 / 700 if "Pairs" in name else 0.005 / 700 for name in ("ItemToCommon", "ContextToCommon", "CommonToProperties", "ItemToPairs", "PairsToProperties")}
training = dict(epochs=8001, step_size=1e-3, snapshot_epochs=[8001])

gdln = Net.train_many(data, seeds=range(1, 4), sigma=start, **training)
relu = Net.ReluTwin.train_many(data, seeds=range(1, 4), sigma=0.005 / 700, **training)
predicted = Net.race(data, sigma=start).integrate(epochs=8001, step_size=1e-3)
rdm = gatedsl.rdm(gdln[0].log.snapshots[-1].hidden_kernel, "cosine")
answers = gdln[0].network.predict(data)

figure, (losses, dissimilarities, outputs) = pyplot.subplots(1, 3, figsize=(14, 4))
for runs, color in ((relu, "black"), (gdln, "tab:orange")):
    for run in runs:
        run.log.plot(losses, color=color, label=f"{'ReLU' if runs is relu else 'gated'}, seed {runs.index(run) + 1}")
predicted.plot(losses, color="tab:blue", linewidth=3, linestyle=":", label="gated, predicted").legend()
dissimilarities.imshow(rdm)
outputs.imshow(answers, aspect="auto")

losses.set_title("three seeds")
dissimilarities.set(title="dissimilarity of hidden layers", xlabel="datapoint", ylabel="datapoint")
outputs.set(title="answers", xlabel="property", ylabel="datapoint")
figure.tight_layout()
figure.savefig(picture, dpi=110)

print(f"gated network and its prediction: {gatedsl.agreement(gdln[0].log, predicted).rms:.2%} of the first loss")
print(f"gated and ReLU network: {gatedsl.agreement(relu[0].log, gdln[0].log).rms:.2%}")
