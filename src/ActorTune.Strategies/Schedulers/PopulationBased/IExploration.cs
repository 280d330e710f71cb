namespace ActorTune.Strategies.Schedulers.PopulationBased;

/// <summary>
/// How a child's configuration comes from its donor's. What it learns of the population comes
/// through the changes below, and <see cref="Explore"/> changes nothing. One that learns nothing
/// leaves them out.
/// </summary>
internal interface IExploration
{
    /// <summary>The configuration of a child.</summary>
    /// <param name="donor">The member that it is copied from.</param>
    /// <param name="child">The child's number.</param>
    /// <param name="population">The members as they stand.</param>
    Configuration Explore(Member donor, int child, IReadOnlyCollection<Member> population);

    /// <summary>A member started, at the donor's checkpoint where there is one.</summary>
    void Start(Member member, TrialNumber? donor)
    {
    }

    /// <summary>A member came to a comparison; its value is the one there.</summary>
    void Compare(Member member)
    {
    }

    /// <summary>A member ended.</summary>
    void Remove(TrialNumber trial)
    {
    }

    /// <summary>Writes properties of its own into the scheduler's saved object.</summary>
    void Save(Utf8JsonWriter writer)
    {
    }

    /// <summary>Reads them back.</summary>
    void Load(JsonElement state)
    {
    }
}
