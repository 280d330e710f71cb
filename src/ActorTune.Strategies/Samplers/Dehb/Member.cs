namespace ActorTune.Strategies.Samplers.Dehb;

/// <summary>A trial as it was measured at one rung.</summary>
/// <param name="Trial">The trial's number.</param>
/// <param name="Violation">The sum of what it violates; zero where it is feasible.</param>
/// <param name="Resource">
/// The rung's resource, the same for all; that reached, where trials run to their own end.
/// </param>
/// <param name="Loss">The first objective, less being better.</param>
/// <param name="Point">Its point, with a place for inactive parameters too.</param>
internal sealed record Member(
    int Trial, double Violation, long Resource, double Loss, double[] Point) : IComparable<Member>
{
    /// <summary>Better ones first: feasible, further, lower; equal ones by number.</summary>
    public int CompareTo(Member? other)
    {
        int order = CompareValue(other!);
        return order != 0 ? order : Trial.CompareTo(other!.Trial);
    }

    /// <summary>
    /// Whether it takes the other's place: differential evolution accepts what is as good.
    /// </summary>
    internal bool Replaces(Member other) => CompareValue(other) <= 0;

    private int CompareValue(Member other)
    {
        int order = Violation.CompareTo(other.Violation);
        if (order == 0)
            order = other.Resource.CompareTo(Resource);
        return order != 0 ? order : Loss.CompareTo(other.Loss);
    }
}
