namespace ActorTune.Strategies.Samplers.BlendSearch;

/// <summary>
/// What a search has cost and how much better that made its best trial (Wang et al., ICLR 2021):
/// the costs at which its best value and the one before were found.
/// </summary>
internal sealed record SearchProgress
{
    private const double LeastCost = 1e-9;

    /// <summary>The cost of all its trials.</summary>
    internal double Cost { get; init; }

    /// <summary>Its best value; infinite before any.</summary>
    internal double Best { get; init; } = double.PositiveInfinity;

    /// <summary>What it had cost when that was found.</summary>
    internal double BestCost { get; init; }

    /// <summary>Its best value before that.</summary>
    internal double Second { get; init; } = double.PositiveInfinity;

    /// <summary>What it had cost when that was found.</summary>
    internal double SecondCost { get; init; }

    /// <summary>
    /// The latest improvement for each unit of cost since the one before, or the speed that it was
    /// given because it has none of its own; zero where nobody has one.
    /// </summary>
    internal double Speed { get; init; }

    /// <summary>The progress of a search that begins at a trial.</summary>
    internal static SearchProgress Begin(double cost, double value) =>
        new() { Cost = cost, Best = value, BestCost = cost, Second = value };

    /// <summary>With one more trial.</summary>
    /// <param name="cost">What it cost.</param>
    /// <param name="value">Its value; null where it failed.</param>
    /// <param name="pending">
    /// How many of the search's trials had not ended with it, itself counted: they share the speed.
    /// </param>
    internal SearchProgress With(double cost, double? value, int pending)
    {
        SearchProgress next = this with { Cost = Cost + cost };
        if (value is { } found && found < Best)
            next = next with
            {
                Best = found,
                BestCost = next.Cost,
                Second = double.IsInfinity(Best) ? found : Best,
                SecondCost = BestCost,
            };
        return next with { Speed = next.OwnSpeed(pending) };
    }

    /// <summary>With the greatest speed of all, where it has none of its own.</summary>
    internal SearchProgress Given(double speed) =>
        Speed > 0 ? this : this with { Speed = speed };

    private double OwnSpeed(int pending) => Second > Best
        ? (Second - Best) / Math.Max(1, pending) / Math.Max(Cost - SecondCost, LeastCost)
        : 0;

    /// <summary>
    /// The cost expected until it improves on the best value of all: no less than it took last or
    /// has taken since, and twice what its speed needs to come there.
    /// </summary>
    internal double CostOfImprovement(double bestOfAll)
    {
        double cost = Math.Max(Cost - BestCost, BestCost - SecondCost);
        return Best > bestOfAll && Speed > 0
            ? Math.Max(cost, 2 * (Best - bestOfAll) / Speed)
            : cost;
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Cost);
        writer.WriteNumberValue(Speed);
        if (double.IsFinite(Best))
        {
            writer.WriteNumberValue(Best);
            writer.WriteNumberValue(BestCost);
            writer.WriteNumberValue(Second);
            writer.WriteNumberValue(SecondCost);
        }

        writer.WriteEndArray();
    }

    internal static SearchProgress Load(JsonElement saved)
    {
        var begun = new SearchProgress
        {
            Cost = saved[0].GetDouble(),
            Speed = saved[1].GetDouble(),
        };
        return saved.GetArrayLength() == 2 ? begun : begun with
        {
            Best = saved[2].GetDouble(),
            BestCost = saved[3].GetDouble(),
            Second = saved[4].GetDouble(),
            SecondCost = saved[5].GetDouble(),
        };
    }
}
