namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// How much each of the good trials counts, best first: one over its rank, all together as much as
/// there are trials, so that the prior's share stays what it was.
/// </summary>
internal readonly struct RankWeights
{
    private readonly double _first;

    internal RankWeights(int count)
    {
        double sum = 0;
        for (int rank = count; rank > 0; rank--)
            sum += 1.0 / rank;
        _first = count / sum;
    }

    internal double At(int position) => _first / (position + 1);
}
