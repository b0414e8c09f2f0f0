namespace GateDsl.Sweeps;

/// <summary>A value for every parameter of an experiment.</summary>
public sealed class Point
{
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly object[] _values;

    internal Point(IReadOnlyList<Parameter> parameters, object[] values) => (_parameters, _values) = (parameters, values);

    /// <summary>The value of a parameter.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="parameter">One that the experiment was declared with.</param>
    /// <exception cref="ArgumentException">The experiment does not have it.</exception>
    public T Get<T>(Parameter<T> parameter)
        where T : notnull
    {
        for (int i = 0; i < _parameters.Count; i++)
        {
            if (ReferenceEquals(_parameters[i], parameter))
            {
                return (T)_values[i];
            }
        }

        throw new ArgumentException($"The experiment was not declared with the parameter '{parameter.Name}'.", nameof(parameter));
    }

    /// <summary>As in <c>margin=0.4 epochs=40</c>.</summary>
    public override string ToString() => string.Join(' ', _parameters.Select((parameter, i) => $"{parameter.Name}={parameter.Print(_values[i])}"));

    /// <summary>The value of the i-th parameter as text.</summary>
    internal string Print(int i) => _parameters[i].Print(_values[i]);
}
