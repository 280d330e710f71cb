namespace ActorTune.Journal.Format;

/// <summary>
/// The fields of stored events. One name means the same thing in every event, so that one reader
/// reads them all; each event says which it needs.
/// </summary>
[Flags]
internal enum Field : uint
{
    None = 0,
    Trial = 1u << 0,
    Attempt = 1u << 1,
    Report = 1u << 2,
    Resource = 1u << 3,
    Metrics = 1u << 4,
    Until = 1u << 5,
    Reason = 1u << 6,
    Offer = 1u << 7,
    From = 1u << 8,
    Origin = 1u << 9,
    Configuration = 1u << 10,
    Bracket = 1u << 11,
    Basis = 1u << 12,
    Process = 1u << 13,
    End = 1u << 14,
    Message = 1u << 15,
    Worker = 1u << 16,
    Slots = 1u << 17,
    Difference = 1u << 18,
    Mode = 1u << 19,
    Cause = 1u << 20,
    Best = 1u << 21,
    Epoch = 1u << 22,
    Engine = 1u << 23,
    Strategies = 1u << 24,
    Specification = 1u << 25,
    Stop = 1u << 26,
    Error = 1u << 27,
    Parent = 1u << 28,
    Source = 1u << 29,
    Quantile = 1u << 30,
}
