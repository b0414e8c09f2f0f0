namespace GateDsl;

/// <summary>A declared layer: the type of the partial properties that declare one.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Units">Units of the layer.</param>
public readonly record struct Layer(string Name, int Units)
{
    /// <summary>A layer has one copy.</summary>
    public int Copies => 1;
}

/// <summary>A declared bank: copies of one layer with a gate each.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Units">Units of every copy.</param>
/// <param name="Copies">Number of copies.</param>
public readonly record struct LayerBank(string Name, int Units, int Copies);

/// <summary>A declared gate input: numbers given with each datapoint that gate and are not fed to the network.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Gates">Numbers per datapoint.</param>
public readonly record struct GateInput(string Name, int Gates);

/// <summary>A declared selector: an index given with each datapoint that gates but is not fed to the network.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Values">Number of values.</param>
public readonly record struct Selector(string Name, int Values);
