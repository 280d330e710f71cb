namespace ActorTune.Journal.Format;

/// <summary>
/// The fields of stored events. One name means the same thing in every event, so that one reader
/// reads them all; each event says which it needs.
/// </summary>
[Flags]
internal enum Field : ulong
{
    None = 0,
    Trial = 1ul << 0,
    Attempt = 1ul << 1,
    Report = 1ul << 2,
    Resource = 1ul << 3,
    Metrics = 1ul << 4,
    Until = 1ul << 5,
    Reason = 1ul << 6,
    Offer = 1ul << 7,
    From = 1ul << 8,
    Origin = 1ul << 9,
    Configuration = 1ul << 10,
    Bracket = 1ul << 11,
    Basis = 1ul << 12,
    Process = 1ul << 13,
    End = 1ul << 14,
    Message = 1ul << 15,
    Worker = 1ul << 16,
    Slots = 1ul << 17,
    Difference = 1ul << 18,
    Mode = 1ul << 19,
    Cause = 1ul << 20,
    Best = 1ul << 21,
    Epoch = 1ul << 22,
    Engine = 1ul << 23,
    Strategies = 1ul << 24,
    Specification = 1ul << 25,
    Stop = 1ul << 26,
    Error = 1ul << 27,
    Parent = 1ul << 28,
    Source = 1ul << 29,
    Quantile = 1ul << 30,
    Time = 1ul << 31,
    Waited = 1ul << 32,
    Fork = 1ul << 33,
    Scheduler = 1ul << 34,
}
