namespace GateDsl;

/// <summary>What a declared layer is.</summary>
public enum LayerKind
{
    /// <summary>A dense input.</summary>
    Input,

    /// <summary>An input that is one of n values.</summary>
    OneHotInput,

    /// <summary>An index that gates but is not fed to the network.</summary>
    Selector,

    /// <summary>A hidden layer or bank.</summary>
    Hidden,

    /// <summary>An output layer or bank.</summary>
    Output,

    /// <summary>The input that biases are edges from: 1 at every datapoint.</summary>
    Bias,

    /// <summary>Numbers that gate and are not fed to the network.</summary>
    GateInput,
}
