namespace ActorTune.Simulation.WhatIf;

/// <summary>Which trials are the best ones by what they measure at the full resource.</summary>
internal sealed class TopTrials
{
    internal TopTrials(NumberBound[] finals, int size)
    {
        Surely = new bool[finals.Length];
        Possibly = new bool[finals.Length];
        var lows = new RankCounts(finals.Select((key, trial) => (key.Low, trial)));
        var highs = new RankCounts(finals.Select((key, trial) => (key.High, trial)));
        int ranked = 0;
        for (int trial = 0; trial < finals.Length; trial++)
        {
            NumberBound key = finals[trial];
            if (double.IsPositiveInfinity(key.Low))
                continue;
            ranked++;
            int mayPrecede = lows.Before(key.High, trial) - (key.IsPoint ? 0 : 1);
            Surely[trial] = mayPrecede < size;
            Possibly[trial] = highs.Before(key.Low, trial) < size;
        }

        Size = Math.Min(size, ranked);
    }

    /// <summary>How many there are: fewer than asked for where too few measure anything.</summary>
    internal int Size { get; }

    /// <summary>Which trials are surely among them.</summary>
    internal bool[] Surely { get; }

    /// <summary>Which trials may be among them.</summary>
    internal bool[] Possibly { get; }
}
