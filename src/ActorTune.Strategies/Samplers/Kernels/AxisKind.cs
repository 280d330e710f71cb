namespace ActorTune.Strategies.Samplers.Kernels;

/// <summary>How kernels lie along one parameter.</summary>
internal enum AxisKind
{
    /// <summary>One value only: there is nothing to learn.</summary>
    Point,

    /// <summary>Values without an order, by position.</summary>
    Categorical,

    /// <summary>Ordered values: a kernel gives each the mass over its cell.</summary>
    Cells,

    /// <summary>Values close enough for a density.</summary>
    Continuum,
}
