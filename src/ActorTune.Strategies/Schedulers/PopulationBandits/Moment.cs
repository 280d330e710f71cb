namespace ActorTune.Strategies.Schedulers.PopulationBandits;

/// <summary>A point of the model: a configuration at the beginning of an interval.</summary>
/// <param name="Ordered">The places of the parameters with an order in the unit interval.</param>
/// <param name="Unordered">The places of the others; -1 where inactive.</param>
/// <param name="Context">The objective at the beginning, from 0 to 1 over the data.</param>
/// <param name="Time">The resource at the beginning, in intervals.</param>
internal readonly record struct Moment(
    double[] Ordered, double[] Unordered, double Context, double Time)
{
    /// <summary>
    /// The squared distance of the configurations; two different choices are one apart.
    /// </summary>
    internal double SquareTo(Moment other)
    {
        double sum = 0;
        for (int i = 0; i < Ordered.Length; i++)
        {
            double apart = Ordered[i] - other.Ordered[i];
            sum += apart * apart;
        }

        for (int i = 0; i < Unordered.Length; i++)
            sum += Unordered[i].Equals(other.Unordered[i]) ? 0 : 1;
        return sum;
    }

    /// <summary>The squared distance of the contexts.</summary>
    internal double ContextSquareTo(Moment other) =>
        (Context - other.Context) * (Context - other.Context);

    /// <summary>How many intervals lie between them.</summary>
    internal double LagTo(Moment other) => Math.Abs(Time - other.Time);
}
