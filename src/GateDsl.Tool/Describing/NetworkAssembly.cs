using System.Reflection;
using System.Runtime.Loader;
using GateDsl.Commanding;
using GateDsl.Tool.Arrays;
using GateDsl.Tool.Running;

namespace GateDsl.Tool.Describing;

/// <summary>
/// An assembly with networks in it. What it refers to is taken from its own folder, but the library itself is the tool's: networks describe
/// themselves in its words.
/// </summary>
internal sealed class NetworkAssembly : AssemblyLoadContext
{
    private const string Property = "Description";
    private const string Expected = "a built assembly, as bin/Release/net10.0/Name.dll";

    private readonly string _file;
    private readonly AssemblyDependencyResolver _dependencies;

    private NetworkAssembly(string file)
        : base(isCollectible: false)
    {
        _file = file;
        _dependencies = new AssemblyDependencyResolver(Path.GetFullPath(file));
    }

    /// <summary>The networks of an assembly with their full names, in order of these.</summary>
    /// <param name="file">The assembly.</param>
    /// <exception cref="BadInputException">It is none, has no networks, or was built with another version of the library.</exception>
    public static IReadOnlyList<(string Name, NetworkDescription Description)> Networks(string file)
    {
        InputFile.Require(file, Expected);
        RequireAssembly(file);
        try
        {
            return new NetworkAssembly(file).Read();
        }
        catch (Exception exception) when (exception is BadImageFormatException or FileLoadException or InvalidOperationException)
        {
            throw new BadInputException(
                file, $"is no assembly that can be loaded ({exception.Message}); expected a built one, as bin/Release/net10.0/Name.dll.", exception);
        }
        catch (Exception exception) when (exception is TargetInvocationException or TypeLoadException or MissingMemberException or FileNotFoundException)
        {
            Exception cause = exception.InnerException ?? exception;
            string version = typeof(NetworkDescription).Assembly.GetName().Version!.ToString(fieldCount: 3);
            throw new BadInputException(
                file, $"its networks do not describe themselves to GateDsl {version} ({cause.Message}); expected an assembly built with that version.", exception);
        }
    }

    // Before anything is loaded: what fails then is another thing.
    private static void RequireAssembly(string file)
    {
        try
        {
            _ = AssemblyName.GetAssemblyName(file);
        }
        catch (BadImageFormatException exception)
        {
            throw new BadInputException(file, $"is no .NET assembly; expected {Expected}.", exception);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new BadInputException(file, $"it cannot be read ({OneLine.Of(exception)}); expected {Expected}.", exception);
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == typeof(NetworkDescription).Assembly.GetName().Name ? null
        : _dependencies.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path)
        : null;

    private static Type[] TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return [.. exception.Types.OfType<Type>()];
        }
    }

    private IReadOnlyList<(string Name, NetworkDescription Description)> Read()
    {
        (string Name, NetworkDescription Description)[] found =
        [
            .. TypesOf(LoadFromAssemblyPath(Path.GetFullPath(_file)))
                .Where(type => type.IsDefined(typeof(GatedNetworkAttribute), inherit: false))
                .Select(type => (Name: type.FullName!.Replace('+', '.'),
                    Value: type.GetProperty(Property, BindingFlags.Public | BindingFlags.Static)?.GetValue(null)))
                .Where(network => network.Value is NetworkDescription)
                .Select(network => (network.Name, (NetworkDescription)network.Value!))
                .OrderBy(network => network.Name, StringComparer.Ordinal),
        ];
        return found.Length > 0 ? found : throw new BadInputException(_file, "there is no gated network in it; expected a class with [GatedNetwork].");
    }
}
