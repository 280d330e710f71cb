namespace ActorTune.Coordinator;

/// <summary>An open study as placement knows it.</summary>
internal sealed class StudySeat(StudyId study, IActorRef<FromPlacement> address, int slotsPerTrial)
{
    internal StudyId Study { get; } = study;

    internal IActorRef<FromPlacement> Address { get; } = address;

    internal int SlotsPerTrial { get; } = slotsPerTrial;

    /// <summary>Workers of which the study knows what they run.</summary>
    internal HashSet<string> SettledWorkers { get; } = new(StringComparer.Ordinal);

    /// <summary>How many trials' slots it was asked for and has not given back yet.</summary>
    internal int AskedBack { get; set; }
}
