using System.ComponentModel;
using System.Reflection;

namespace GateDsl.CompilerServices;

/// <summary>
/// The C surface of a library: what the exported functions of gatedsl.h do, under their names without gatedsl_. Every function checks what it is given,
/// throws nothing, and returns a status; pointers must point to what the header says. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed partial class NativeSurface
{
    /// <summary>Number of the surface; another one is another header.</summary>
    internal const int Abi = 1;

    /// <summary>Version of the runtime.</summary>
    internal static readonly string Version =
        typeof(NativeSurface).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private static readonly byte[] VersionText = NativeFault.Pinned(Version);

    private readonly string _library;
    private readonly NativeType[] _types;
    private readonly HandleTable _handles = new();
    private readonly Lazy<byte[]> _description;

    /// <param name="library">Name of the project.</param>
    /// <param name="networks">Its networks, with their twins.</param>
    public NativeSurface(string library, params NativeType[] networks)
    {
        (_library, _types) = (library, networks);
        _description = new(() => NativeFault.Pinned(LibraryDescription.Of(_library, _types.SelectMany(WithTwin))));
    }

    /// <summary>Number of the surface.</summary>
    public static int GetAbi() => Abi;

    /// <summary>Address of the version.</summary>
    public static nint GetVersion() => NativeFault.Address(VersionText);

    /// <summary>Address of the message of the thread's last failure.</summary>
    public static nint GetError() => NativeFault.Message;

    /// <summary>Address of what is known of it, as JSON.</summary>
    public static nint GetErrorJson() => NativeFault.Facts;

    /// <summary>Address of all networks, as JSON; 0: it cannot be said, and the error says why.</summary>
    public nint GetDescription()
    {
        nint address = 0;
        NativeFault.Guard(() => address = NativeFault.Address(_description.Value));
        return address;
    }

    /// <summary>Handles that live.</summary>
    public long CountHandles() => _handles.Count;

    /// <summary>Frees what a handle stands for.</summary>
    public int Free(long handle) => NativeFault.Guard(() =>
    {
        if (handle != 0)
        {
            (_handles.Remove(handle) as NativeResult)?.Free();
        }
    });

    /// <summary>Facts about a result.</summary>
    public int GetJson(long result, nint json) => NativeFault.Guard(() => Set(json, nameof(json), Result(result, nameof(result)).Json));

    /// <summary>Arrays of a result.</summary>
    public int GetArrays(long result, nint arrays, nint count) => NativeFault.Guard(() =>
    {
        NativeResult shown = Result(result, nameof(result));
        NativePointer.Require(arrays, nameof(arrays));
        NativePointer.Require(count, nameof(count));
        Set(arrays, nameof(arrays), shown.Arrays);
        Set(count, nameof(count), shown.Count);
    });

    /// <summary>Makes a data set.</summary>
    public int CreateDataset(nint network, nint arrays, int count, nint dataset) => NativeFault.Guard(() =>
    {
        NativePointer.Require(dataset, nameof(dataset));
        NativeType type = Find(network).Declared;
        Give(dataset, new NativeData(type, type.MakeData(GivenArray.ReadAll(arrays, count))));
    });

    /// <summary>Counts datapoints.</summary>
    public int CountDatapoints(long dataset, nint count) => NativeFault.Guard(() => Set(count, nameof(count), (long)Data(dataset).Data.Count));

    /// <summary>Makes the data of the task.</summary>
    public int MakeTask(nint network, nint result) => NativeFault.Guard(() =>
    {
        NativePointer.Require(result, nameof(result));
        NativeType type = Find(network).Declared;
        Give(result, new NativeResult("task", type.MakeTask(), json => json.WriteString("task", type.TaskName)));
    });

    /// <summary>Reports on the gates as declared.</summary>
    public int ReportGates(nint network, nint result) => NativeFault.Guard(() =>
    {
        NativePointer.Require(result, nameof(result));
        Give(result, ReportResults.Of(Find(network).Architecture.GateReport()));
    });

    /// <summary>Reports on the gates on the inputs of a data set.</summary>
    public int ReportDataGates(long dataset, nint result) => NativeFault.Guard(() =>
    {
        NativeData data = Data(dataset);
        NativePointer.Require(result, nameof(result));
        Give(result, ReportResults.Of(data.Type.ReportGates(data.Data)));
    });

    /// <summary>Decides about any gates over any inputs.</summary>
    public int CheckGates(nint inputs, nint gates, int bias, nint poll, nint state, nint result) => NativeFault.Guard(() =>
    {
        NativePointer.Require(result, nameof(result));
        GivenArray x = Matrix(inputs, nameof(inputs));
        GivenArray g = Matrix(gates, nameof(gates));
        if (x.Shape[0] != g.Shape[1])
        {
            throw new ArgumentException(
                $"gates is {g.Describe()} and inputs is {x.Describe()}: gates are [gates, datapoints], inputs [datapoints, features].", nameof(gates));
        }

        if (x.Shape[0] == 0 || x.Shape[1] == 0)
        {
            throw new ArgumentException($"inputs is {x.Describe()}: there is nothing to decide over.", nameof(inputs));
        }

        int count = (int)x.Shape[0];
        LayerDatapoints datapoints = LayerDatapoints.Of(count).Dense("x", (int)x.Shape[1], x.ToDoubles());
        LayerDatapoints seen = bias == 0 ? datapoints : datapoints.Constant(BiasInput.Name);
        bool[] all = Array.ConvertAll(
            g.ToDoubles(), value => !double.IsNaN(value) ? value != 0 : throw new ArgumentException("A gate is not a number.", nameof(gates)));
        Callbacks callbacks = new(0, poll, state);
        Give(result, ReportResults.Of(callbacks.RunApart(stop =>
            (IReadOnlyList<GateProof>)[.. Enumerable.Range(0, (int)g.Shape[0]).Select(gate => seen.Decide(all.AsSpan(gate * count, count), stop))])));
    });

    private static IEnumerable<NativeType> WithTwin(NativeType type) => type.Twin is { } twin ? [type, twin] : [type];

    private static GivenArray Matrix(nint array, string parameter)
    {
        GivenArray given = GivenArray.Read(array, parameter);
        return given.Shape.Length == 2 ? given : throw new ArgumentException($"{parameter} is {given.Describe()}, and must have two dimensions.", parameter);
    }

    private static unsafe void Set<T>(nint target, string parameter, T value)
        where T : unmanaged
    {
        NativePointer.Require(target, parameter);
        *(T*)target = value;
    }

    /// <summary>Gives a handle away.</summary>
    private unsafe void Give(nint target, object value) => *(long*)target = _handles.Add(value);

    private NativeType Find(nint network)
    {
        string name = NativePointer.Text(network, nameof(network));
        NativeType[] all = [.. _types.SelectMany(WithTwin)];
        if (Array.Find(all, type => type.Name == name) is { } found)
        {
            return found;
        }

        string? nearest = Generators.Naming.NearestName.Among(all.Select(type => type.Name), name);
        throw new ArgumentException(
            $"{_library} has no network '{(name.Length > 100 ? name[..100] + "..." : name)}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} "
            + $"It has {string.Join(", ", all.Select(type => type.Name).DefaultIfEmpty("none"))}.",
            nameof(network));
    }

    private NativeResult Result(long handle, string parameter) => _handles.Get<NativeResult>(handle, parameter, "a result");

    private NativeData Data(long handle, string parameter = "dataset") => _handles.Get<NativeData>(handle, parameter, "a data set");

    private NativeState Network(long handle, string parameter = "network") => _handles.Get<NativeState>(handle, parameter, "a network");

    /// <summary>A data set that a network can read.</summary>
    private BatchData Data(long handle, NativeType type, string parameter = "dataset")
    {
        NativeData data = Data(handle, parameter);
        return data.Type == type.Declared
            ? data.Data
            : throw new ArgumentException($"{parameter} is a data set of {data.Type.Name}; {type.Name} needs one of {type.Declared.Name}.", parameter);
    }

    private BatchData? Test(long handle, NativeType type) => handle == 0 ? null : Data(handle, type, "test");

    private static LossScale Scale(int scale) => scale is 0 or 1
        ? (LossScale)scale
        : throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale of the loss is 0, the sum, or 1, the mean.");
}
