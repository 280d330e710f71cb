using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.QuasiRandom;

/// <summary>
/// Gives trial n the point n of an evenly filling sequence, whatever the other trials do. Every
/// parameter, active or not, has a coordinate of its own; coordinates that the sequence lacks are
/// drawn at random.
/// </summary>
/// <remarks>
/// Where the point breaks a constraint of the space, the trial gets a random draw instead: taking
/// further points of the sequence would give them to two trials.
/// </remarks>
internal sealed class QuasiRandomSampler(
    string version, SearchSpace space, ulong seed, IPointSequence sequence) : ISampler
{
    private static readonly StreamName Stream = new("quasi-random");

    /// <inheritdoc/>
    public string Version => version;

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        int number = request.Trial.Value;
        var point = new double[space.Dimensions];
        sequence.Fill(number, point);
        var chance = RandomStream.For(seed, Stream, number, 0);
        for (int i = sequence.Dimensions; i < point.Length; i++)
            point[i] = chance.NextDouble();
        Configuration configuration = space.Decode(point);
        return new Suggestion.Suggested(
            space.Allows(configuration) ? configuration : space.Draw(chance));
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        // Nothing is learnt: the sequence was fixed beforehand.
    }

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, _ => { });
}
