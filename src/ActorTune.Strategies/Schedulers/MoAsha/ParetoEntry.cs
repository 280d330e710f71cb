namespace ActorTune.Strategies.Schedulers.MoAsha;

/// <summary>What a trial had at a rung in all objectives.</summary>
/// <param name="Trial">The trial's number.</param>
/// <param name="Keys">Its values, negated where larger is better.</param>
internal readonly record struct ParetoEntry(int Trial, double[] Keys)
{
    /// <summary>
    /// Whether it is nowhere worse than another and better somewhere.
    /// </summary>
    internal bool Dominates(in ParetoEntry other)
    {
        bool isBetter = false;
        for (int k = 0; k < Keys.Length; k++)
        {
            if (Keys[k] > other.Keys[k])
                return false;
            isBetter |= Keys[k] < other.Keys[k];
        }

        return isBetter;
    }

    /// <summary>Whether two are equal in all objectives.</summary>
    internal bool IsLevelWith(in ParetoEntry other) => Keys.AsSpan().SequenceEqual(other.Keys);
}
