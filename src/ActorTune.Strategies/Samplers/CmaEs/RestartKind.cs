namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>What follows when the distribution has converged.</summary>
internal enum RestartKind
{
    /// <summary>It goes on as it is.</summary>
    None,

    /// <summary>
    /// A new start with twice the population (Auger and Hansen, "A restart CMA evolution strategy
    /// with increasing population size", CEC 2005).
    /// </summary>
    Ipop,

    /// <summary>
    /// New starts with doubling populations and with small ones, whichever had fewer trials
    /// (Hansen, "Benchmarking a BI-population CMA-ES on the BBOB-2009 function testbed").
    /// </summary>
    Bipop,
}
