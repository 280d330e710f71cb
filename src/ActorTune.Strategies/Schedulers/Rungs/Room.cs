namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>How arrays grow that hold something for each trial.</summary>
internal static class Room
{
    /// <summary>
    /// The length for more than so many elements: a quarter more, since doubling would leave up
    /// to half of a large study's memory unused.
    /// </summary>
    internal static int Beyond(int count) => count + Math.Max(4, count / 4);
}
