/*
 * gatedsl.h: the C surface of a GateDsl library.
 *
 * A project with <GateDslPython>true</GateDslPython> is published by NativeAOT to a shared library. It exports the functions below for every
 * network of the project; a network is called by its name, its ReLU twin by that name with ".ReluTwin" behind it.
 *
 * Errors. Every function that can fail returns a status, 0 where it succeeded. Then gatedsl_error() has the message and gatedsl_error_json() the
 * facts, for the calling thread, until its next call that fails. A function that fails writes no result. Nothing is thrown, and no argument,
 * however wrong, is looked at before it is checked, except that pointers must point to what their type says.
 *
 * Handles. Data sets, networks, races and results are handles: numbers above 0 and below 2^53, so that a language that only has doubles can keep
 * them. 0 is no handle. A handle that was freed, or is of another kind, is refused with GATEDSL_HANDLE; numbers do not come back soon.
 * What is freed with gatedsl_free while another thread computes with it goes on there and is gone afterwards.
 *
 * Memory. Text and arrays that go in are copied before the call returns. Text and arrays that come out belong to their handle: they stay where
 * they are until it is freed. Text is UTF-8 and ends with 0.
 *
 * Threads. Every function may be called from any thread. Two threads in one network at the same time: the second gets GATEDSL_STATE.
 * From a progress callback the network that trains may be evaluated, on the thread that calls back.
 *
 * Matrices are row by row (C order). Seeds are 64 bits without sign.
 */
#ifndef GATEDSL_H
#define GATEDSL_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GATEDSL_ABI 1

/* Status of a call. */
#define GATEDSL_OK 0
#define GATEDSL_ARGUMENT 1     /* an argument, an option, a shape, a name, the contents of a file: the message names it (Python: ValueError) */
#define GATEDSL_STATE 2        /* not now: another thread computes with the network, a checkpoint is of another training (RuntimeError) */
#define GATEDSL_DIVERGED 3     /* the training diverged; gatedsl_error_json() has epoch, loss, step_size, stable_step_size (FloatingPointError) */
#define GATEDSL_CANCELLED 4    /* a callback said so; the weights are those after the last whole epoch (KeyboardInterrupt, or what it raised) */
#define GATEDSL_IO 5           /* a file cannot be read or written (OSError) */
#define GATEDSL_HANDLE 6       /* not a live handle of the kind that is needed (ValueError) */
#define GATEDSL_UNSUPPORTED 7  /* the network, or the prediction, has no such thing; the message says why (NotImplementedError, a RuntimeError) */
#define GATEDSL_MEMORY 8       /* an allocation failed (MemoryError); what is too large by its shape is GATEDSL_ARGUMENT */
#define GATEDSL_INTERNAL 9     /* a fault of the library (RuntimeError) */

typedef int64_t gatedsl_handle;

/* Types of numbers in arrays. */
#define GATEDSL_BOOL 1     /* one byte, 0 or 1 */
#define GATEDSL_INT32 2
#define GATEDSL_INT64 3
#define GATEDSL_FLOAT32 4
#define GATEDSL_FLOAT64 5
#define GATEDSL_UINT64 6

/* An array with a name, contiguous, row by row. 32 bytes where pointers have 8. */
typedef struct gatedsl_array
{
    const char *name;
    void *data;
    const int64_t *shape;
    int32_t rank;
    int32_t type;
} gatedsl_array;

/* Scales of the loss. */
#define GATEDSL_SUM 0     /* 1/2 sum over datapoints of |y - yhat|^2 */
#define GATEDSL_MEAN 1    /* that divided by the number of datapoints */

/*
 * Told of every logged epoch after its update: the epoch (its update has been made), updates in all, the loss before it. Not 0: stop.
 * Trainings of gatedsl_train_many count their epochs together and call from their own threads, one at a time.
 */
typedef int32_t (*gatedsl_progress)(void *state, int32_t epoch, int32_t epochs, double loss);

/* Asked about ten times a second on the thread that made the call, between two epochs where it computes itself. Not 0: stop. */
typedef int32_t (*gatedsl_poll)(void *state);

/* ---- The library ---- */

/* GATEDSL_ABI of the library: a program that was written for another number must not go on. */
int32_t gatedsl_abi(void);

/* Version of GateDsl, "0.2.0". Never freed. */
const char *gatedsl_version(void);

/*
 * All networks, as JSON. Never freed.
 *   { "abi": 1, "version": "0.2.0", "library": "Quickstart", "vectors": 512,    -- widest vectors that the kernels use here, in bits
 *     "networks": [ {
 *       "name": "ThreeContexts",                   -- by which functions know it; of two classes of one name the full names
 *       "full_name": "Quickstart.ThreeContexts",
 *       "twin": "ThreeContexts.ReluTwin",          -- null: none
 *       "twin_of": null,                           -- of a twin the network's name
 *       "precision": "float64",                    -- of weights, gradients, predictions; or "float32"
 *       "arguments": [                             -- of a data set, in the order of declaration (twins: the network's)
 *         { "name": "item", "layer": "Item", "kind": "one_hot", "units": 8 },    -- int32 or int64 [N], 0 .. units-1
 *         ...                                      -- "selector": the same; "dense": [N, units]; "gates": [N, units], also bool;
 *         { "name": "properties", "layer": "Properties", "kind": "squared", "units": 60 } ],  -- outputs: "squared" [N, units],
 *                                                  -- "logistic" [N, units] in [0, 1], "cross_entropy" labels [N]
 *       "weights": [ { "name": "ItemToCommon", "source": "Item", "target": "Common", "shape": [100, 8] }, ... ],
 *       "layers": [ { "name": "Item", "kind": "one_hot", "units": 8, "bank": false, "self_gated": false, "slope": 0,
 *                     "copies": [ { "name": "Item", "gate": "always on" } ] }, ... ],         -- kind as above, or "hidden", "output"
 *       "hidden_layers": 0,                        -- of a twin: layers that gatedsl_gates knows, counted from 1
 *       "task": "ContextTask",                     -- whose data gatedsl_task makes; null: none
 *       "parameters": 27500,
 *       "tree": "...", "mermaid": "..." } ] }      -- the architecture as text and as a flowchart; twins have neither
 */
const char *gatedsl_description(void);

/* Message of the calling thread's last call that failed; "" before the first. Stays until the thread's next call that fails. */
const char *gatedsl_error(void);

/*
 * The same as JSON: { "status": 1, "exception": "ArgumentOutOfRangeException", "message": "...", "argument": "item" },
 * argument only where one is to blame; of a divergence also "epoch", "loss", "step_size", "stable_step_size" (null: not known).
 */
const char *gatedsl_error_json(void);

/* Frees what a handle stands for. 0 is fine. Again: GATEDSL_HANDLE. */
int32_t gatedsl_free(gatedsl_handle handle);

/* Handles that are not freed. */
int64_t gatedsl_handles(void);

/* ---- Results: everything that is more than a number ---- */

/* Facts about a result, as JSON; below at the functions that make one: { "kind": "training_log", ... }. Lives as long as the handle. */
int32_t gatedsl_result_json(gatedsl_handle result, const char **json);

/* Its arrays. The list, names, shapes and numbers live as long as the handle. */
int32_t gatedsl_result_arrays(gatedsl_handle result, const gatedsl_array **arrays, int32_t *count);

/* ---- Data ---- */

/*
 * A data set. One array for every argument in the description, each once, by name and in any order; copied and checked.
 * Indices and labels: int32 or int64 of shape [N]; numbers: float32 or float64 (or any other type here, if its numbers are exact in float64) of
 * shape [N, units], or [N] where units is 1; gates also bool. Refusals name the argument, the datapoint and the bound.
 */
int32_t gatedsl_dataset_create(const char *network, const gatedsl_array *arrays, int32_t count, gatedsl_handle *dataset);

/* Number of datapoints. */
int32_t gatedsl_dataset_count(gatedsl_handle dataset, int64_t *count);

/* The data of the task that the network is declared for: { "kind": "task" } with one array for every argument. GATEDSL_UNSUPPORTED: none. */
int32_t gatedsl_task(const char *network, gatedsl_handle *result);

/*
 * What a ReLU unit could make of the network's gates: as declared (over the domain), or, where gates are given with the data, on the actual inputs
 * of a data set (of other networks as declared).
 *   { "kind": "gate_report", "text": "...", "gates": [ { "name": "Pairs[0]", "gate": "on where Context in {0, 1}", "class": "ContextOnly",
 *     "explanation": "...", "witness": ["1", "-1", ...], "multipliers": ["0", "1", ...], "equal_inputs": [3, 4], "not_checked": null } ] }
 * witness, multipliers and equal_inputs are null where there are none; integers are text, as they have any length; class is null where unknown.
 */
int32_t gatedsl_gate_report(const char *network, gatedsl_handle *result);
int32_t gatedsl_dataset_gate_report(gatedsl_handle dataset, gatedsl_handle *result);

/*
 * The same for any gates over any inputs, of a network that is not declared here: inputs [N, features], gates [G, N] (not 0 is on), types as in
 * data sets. bias not 0: units also see a constant. Entries of the report are named "0", "1", ...
 */
int32_t gatedsl_check_gates(const gatedsl_array *inputs, const gatedsl_array *gates, int32_t bias, gatedsl_poll poll, void *state, gatedsl_handle *result);

/* ---- Networks and twins ---- */

/*
 * A network from random weights. start: { "sigma": 1e-3, "seed": 1 }, { "sigma": { "ItemToCommon": 1e-3, ... }, "seed": 1 } (every edge by its
 * weights' name, with or without the copy's index) or { "gain": 1.0, "seed": 1 } (orthogonal). The seed may be text; unsaid it is 0.
 */
int32_t gatedsl_network_create(const char *network, const char *start, gatedsl_handle *handle);

/* From a file of gatedsl_save, or of numpy.savez with the same names: .npz or .safetensors. */
int32_t gatedsl_load(const char *network, const char *path, gatedsl_handle *handle);

/* Writes the weights by their names: .npz or .safetensors, all of them, or the file stays as it was. */
int32_t gatedsl_save(gatedsl_handle network, const char *path);

/*
 * The live weights: { "kind": "weights" }, arrays by name, target x source. The memory is the network's own: what is written there is what it
 * computes with. It stays until this result is freed, also where the network is freed before.
 */
int32_t gatedsl_weights(gatedsl_handle network, gatedsl_handle *result);

/* One step of full-batch gradient descent; loss (may be NULL): the one before it. */
int32_t gatedsl_step(gatedsl_handle network, gatedsl_handle dataset, double step_size, int32_t scale, double *loss);

/* The loss at the present weights. */
int32_t gatedsl_loss(gatedsl_handle network, gatedsl_handle dataset, int32_t scale, double *loss);

/* { "kind": "predictions" }: for every output, by the name of its argument, an array [N, units]; 0 where the output is off. */
int32_t gatedsl_predict(gatedsl_handle network, gatedsl_handle dataset, gatedsl_handle *result);

/* { "kind": "gradients" }: dL/dW, arrays as of gatedsl_weights. */
int32_t gatedsl_gradient(gatedsl_handle network, gatedsl_handle dataset, int32_t scale, gatedsl_handle *result);

/* { "kind": "activations" }: the array "activations", float64 [units, N], of a hidden layer or output by its name, of a bank also by copy. */
int32_t gatedsl_activations(gatedsl_handle network, gatedsl_handle dataset, const char *layer, gatedsl_handle *result);

/* Twins. { "kind": "gates" }: the array "gates", bool [units, N]: which unit of a hidden layer (from 1) is on where. */
int32_t gatedsl_gates(gatedsl_handle twin, gatedsl_handle dataset, int32_t layer, gatedsl_handle *result);

/* Twins. { "kind": "gates" }: the array "gates", float64 [N, units]: 1 where on, the slope where off; fit for a gate input. */
int32_t gatedsl_frozen_gates(gatedsl_handle twin, gatedsl_handle dataset, int32_t layer, gatedsl_handle *result);

/*
 * Twins. { "kind": "census", "patterns": [ { "pattern": "0110...", "class": "ContextOnly", "units": 12, "share": 0.31 }, ... ],
 *          "classes": [ { "class": "ContextOnly", "patterns": 3, "units": 40, "share": 0.9 }, ... ] }; class null: not checked.
 */
int32_t gatedsl_census(gatedsl_handle twin, gatedsl_handle dataset, int32_t layer, gatedsl_handle *result);

/*
 * Trains. test: a data set or 0. Options, with the meaning of the C# TrainingOptions, all but step_size may be left out:
 *   { "epochs": 1000, "step_size": 1e-3, "loss_scale": "sum" | "mean", "batch_size": 0, "shuffle_seed": 0, "momentum": 0, "nesterov": false,
 *     "weight_decay": 0, "step_factors": { "ItemToCommon": 0.5 }, "record_every": 1, "method": "auto" | "batch" | "statistics",
 *     "reductions": "auto" | "never" | "always", "snapshot_epochs": [0, 100], "checkpoint": { "path": "...", "every_epochs": 100 },
 *     "test_by": ["Item", "Context"] }
 * An unknown name is refused, with the nearest known one. Numbers may be text, which has "nan" and "inf". progress and poll may be NULL.
 * Result: { "kind": "training_log", "method": "batch", "method_reason": "...", "reduction_reason": "...",
 *           "snapshots": [ { "epoch": 0, "hidden_kernel": "snapshots/0/hidden_kernel", "hidden_kernels": { "Common": "name of array", ... },
 *                            "tangent_kernel": "...", "predictions": { "Properties": "...", ... } }, ... ] },
 * arrays "loss" float64 [L], "epochs" int32 [L], "test_loss" float64 [L] (only with test), and those of the snapshots, float64 [N, N], of
 * predictions [N, units].
 */
int32_t gatedsl_train(gatedsl_handle network, gatedsl_handle dataset, gatedsl_handle test, const char *options,
                      gatedsl_progress progress, gatedsl_poll poll, void *state, gatedsl_handle *log);

/*
 * Trains one network for every seed, over the cores, each to the same bits as alone. start as of gatedsl_network_create, without a seed.
 * networks and logs have room for count handles each; where it fails there are none.
 */
int32_t gatedsl_train_many(const char *network, const char *start, const uint64_t *seeds, int32_t count,
                           gatedsl_handle dataset, gatedsl_handle test, const char *options,
                           gatedsl_progress progress, gatedsl_poll poll, void *state, gatedsl_handle *networks, gatedsl_handle *logs);

/* ---- The race: a training predicted ---- */

/* From the actual weights of a network, which are copied: exact. */
int32_t gatedsl_race_from(gatedsl_handle network, gatedsl_handle dataset, gatedsl_handle *race);

/*
 * In expectation over the initial weights. start: { "sigma": 1e-3 }, also with "units_per_pathway": 233.3 or { "Common": 233.3, ... }; or
 * { "sigma": { "ItemToCommon": 1e-3, ... } }, { "gain": 1.0 }. "draws": the mean over so many starts drawn from "seed", 0: never; unsaid, a
 * test set is predicted by as many as it takes. With more than one hidden layer on a path their number has to be said.
 */
int32_t gatedsl_race_expect(const char *network, gatedsl_handle dataset, const char *start, gatedsl_handle *race);

/* Of the network's ReLU twin. start: { "sigma": 1e-3, "prediction": "representative_units" | "pathways", "seed": 0, "draws": 8 }. */
int32_t gatedsl_race_for_twin(const char *network, gatedsl_handle dataset, const char *start, gatedsl_handle *race);

/*
 * Integrates. Options as of gatedsl_train, and "reduction": "exact" | "modes" | "modes_flow" | "closed_form". With only epochs, step_size,
 * loss_scale and reduction it is C#'s Integrate(epochs, stepSize, lossScale, reduction), with any other option or a test set Integrate(options,
 * test), where reduction must be "exact". A race that is integrated without other options has no logged epochs to tell: progress is called for the
 * others, and for twins by representative units; poll is asked in all of them.
 * Result: { "kind": "race_log", "mode_strengths": { "Common": "mode_strengths/Common", ... }, "gate_shares": { "0110": "name of array", ... },
 *           "layer_gate_shares": { "Hidden1": { "0110": "...", ... } }, "draws": ["draws/0", ...], "snapshots": as of gatedsl_train },
 * arrays "loss", "epochs", "test_loss" as of gatedsl_train; mode strengths float64 [L, modes]; "gate_share_epochs" int32 [S], each gate share
 * float64 [S]; each draw float64 [L].
 */
int32_t gatedsl_integrate(gatedsl_handle race, gatedsl_handle test, const char *options,
                          gatedsl_progress progress, gatedsl_poll poll, void *state, gatedsl_handle *log);

/* Of a race log with draws: { "kind": "band" }, arrays "low" and "high", float64 [L]: another draw lies between them with probability share. */
int32_t gatedsl_band(gatedsl_handle race_log, double share, gatedsl_handle *result);

/* Writes a training log or a race log as .npz. */
int32_t gatedsl_log_save(gatedsl_handle log, const char *path);

/* ---- Comparing ---- */

/* How far two curves of n losses are apart, in parts of the reference's first: root mean square and largest. */
int32_t gatedsl_agreement(const double *reference, const double *other, int64_t n, double *rms, double *max);

/* The representational dissimilarities n x n of a kernel n x n. metric: 0 squared Euclidean, 1 cosine. */
int32_t gatedsl_rdm(const double *kernel, int64_t n, int32_t metric, double *rdm);

/* Distance of two kernels n x n, and Pearson's correlation of the upper triangles of two dissimilarity matrices. */
int32_t gatedsl_kernel_distance(const double *a, const double *b, int64_t n, double *distance);
int32_t gatedsl_rdm_correlation(const double *a, const double *b, int64_t n, double *correlation);

/* The order of n datapoints in a pass with batches. */
int32_t gatedsl_batch_order(int32_t n, uint64_t shuffle_seed, int32_t epoch, int32_t *order);

/*
 * Weights of a path with one hidden layer that are lambda-balanced, W2^T W2 - W1 W1^T = lambda I: incoming [hidden, inputs], outgoing
 * [outputs, hidden], to be written into gatedsl_weights.
 */
int32_t gatedsl_lambda_balanced(int32_t inputs, int32_t hidden, int32_t outputs, double sigma, double lambda, uint64_t seed,
                                double *incoming, double *outgoing);

#ifdef __cplusplus
}
#endif

#endif
