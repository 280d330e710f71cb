namespace ActorTune.Objectives;

/// <summary>The rules by which a trial's measurements become one value.</summary>
public enum ReductionKind
{
    /// <summary>The last measurement counts.</summary>
    Last,

    /// <summary>The best measurement counts.</summary>
    Best,

    /// <summary>The mean of the last few measurements counts.</summary>
    MeanOfLast,
}
