namespace ActorTune.Journal;

/// <summary>A study in a journal, without its entries.</summary>
/// <param name="Study">The study.</param>
/// <param name="EventCount">How many entries it has.</param>
/// <param name="Head">The position of the last one.</param>
/// <param name="CreatedAt">The time of the first one (UTC).</param>
/// <param name="LastAt">The time of the last one (UTC).</param>
public sealed record StudyListing(
    StudyId Study,
    long EventCount,
    SequenceNumber Head,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastAt);
